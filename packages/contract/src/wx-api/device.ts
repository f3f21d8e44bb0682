/** The device and where it is. */
import { defineArea } from './define.ts'

export const deviceFunctions = {
  ...defineArea('device', {
    async: {
      real: `
        getClipboardData getNetworkType getRandomValues makePhoneCall setClipboardData setKeepScreenOn
        vibrateLong vibrateShort
      `,
      soft: `
        addPhoneCalendar addPhoneContact addPhoneRepeatCalendar checkIsOpenAccessibility chooseContact
        getBatteryInfo getLocalIPAddress getScreenBrightness getScreenRecordingState getSelectedTextRange
        hideKeyboard scanCode sendSms setScreenBrightness setVisualEffectOnCapture startAccelerometer
        startCompass startDeviceMotionListening startGyroscope stopAccelerometer stopCompass
        stopDeviceMotionListening stopGyroscope
      `,
    },
    sync: {
      soft: 'getBatteryInfoSync',
    },
    on: {
      real: 'onNetworkStatusChange',
      soft: `
        onAccelerometerChange onBatteryInfoChange onCompassChange onDeviceMotionChange onGeneratePoster
        onGyroscopeChange onKeyDown onKeyUp onKeyboardHeightChange onMemoryWarning onNetworkWeakChange
        onScreenRecordingStateChanged onUserCaptureScreen
      `,
    },
    off: {
      real: 'offNetworkStatusChange',
      soft: `
        offAccelerometerChange offBatteryInfoChange offCompassChange offDeviceMotionChange offGeneratePoster
        offGyroscopeChange offKeyDown offKeyUp offKeyboardHeightChange offMemoryWarning offNetworkWeakChange
        offScreenRecordingStateChanged offUserCaptureScreen
      `,
    },
  }),
  ...defineArea('location', {
    async: {
      real: 'getLocation',
      degraded: 'getFuzzyLocation',
      soft: `
        chooseLocation choosePoi openLocation startLocationUpdate startLocationUpdateBackground
        stopLocationUpdate
      `,
    },
    on: {
      soft: 'onLocationChange onLocationChangeError',
    },
    off: {
      soft: 'offLocationChange offLocationChangeError',
    },
    create: {
      soft: 'createMapContext',
    },
  }),
  ...defineArea('bluetooth', {
    async: {
      soft: `
        closeBLEConnection closeBluetoothAdapter createBLEConnection getBLEDeviceCharacteristics
        getBLEDeviceRSSI getBLEDeviceServices getBLEMTU getBeacons getBluetoothAdapterState
        getBluetoothDevices getConnectedBluetoothDevices isBluetoothDevicePaired makeBluetoothPair
        notifyBLECharacteristicValueChange openBluetoothAdapter readBLECharacteristicValue setBLEMTU
        startBeaconDiscovery startBluetoothDevicesDiscovery stopBeaconDiscovery
        stopBluetoothDevicesDiscovery writeBLECharacteristicValue
      `,
    },
    on: {
      soft: `
        onBLECharacteristicValueChange onBLEConnectionStateChange onBLEMTUChange
        onBLEPeripheralConnectionStateChanged onBeaconServiceChange onBeaconUpdate
        onBluetoothAdapterStateChange onBluetoothDeviceFound
      `,
    },
    off: {
      soft: `
        offBLECharacteristicValueChange offBLEConnectionStateChange offBLEMTUChange
        offBLEPeripheralConnectionStateChanged offBeaconServiceChange offBeaconUpdate
        offBluetoothAdapterStateChange offBluetoothDeviceFound
      `,
    },
    create: {
      soft: 'createBLEPeripheralServer',
    },
  }),
  ...defineArea('nfc', {
    async: {
      soft: `
        addPaymentPassFinish addPaymentPassGetCertificateData canAddSecureElementPass
        checkTransitCardSupport deleteTransitCard getHCEState getSecureElementPasses getTransitCardCPLC
        getTransitCardInfo getTransitCardList issueTransitCard rechargeTransitCard removeSecureElementPass
        sendHCEMessage startHCE stopHCE
      `,
    },
    on: {
      soft: 'onHCEMessage',
    },
    off: {
      soft: 'offHCEMessage',
    },
    create: {
      soft: 'getNFCAdapter',
    },
  }),
  ...defineArea('wifi', {
    async: {
      soft: 'connectWifi getConnectedWifi getWifiList setWifiList startWifi stopWifi',
    },
    on: {
      soft: 'onGetWifiList onWifiConnected onWifiConnectedWithPartialInfo',
    },
    off: {
      soft: 'offGetWifiList offWifiConnected offWifiConnectedWithPartialInfo',
    },
  }),
}
