/** The device and where it is. */
import { defineArea } from './define.ts'

export const deviceFunctions = {
  ...defineArea('device', {
    async: {
      real: `
        getClipboardData getNetworkType makePhoneCall setClipboardData setKeepScreenOn
        vibrateLong vibrateShort
      `,
      soft: 'getLocalIPAddress',
    },
    on: {
      real: 'onNetworkStatusChange onNetworkWeakChange',
    },
    off: {
      real: 'offNetworkStatusChange offNetworkWeakChange',
    },
  }),
  ...defineArea('sensor', {
    async: {
      real: `
        startAccelerometer startCompass startDeviceMotionListening startGyroscope stopAccelerometer stopCompass
        stopDeviceMotionListening stopGyroscope
      `,
    },
    on: {
      real: 'onAccelerometerChange onCompassChange onDeviceMotionChange onGyroscopeChange',
    },
    off: {
      real: 'offAccelerometerChange offCompassChange offDeviceMotionChange offGyroscopeChange',
    },
  }),
  ...defineArea('phone', {
    async: {
      real: 'sendSms',
      degraded: `
        addPhoneCalendar addPhoneContact addPhoneRepeatCalendar checkIsOpenAccessibility chooseContact
        getBatteryInfo getScreenBrightness getScreenRecordingState setScreenBrightness
      `,
      soft: 'setVisualEffectOnCapture',
    },
    sync: {
      degraded: 'getBatteryInfoSync',
    },
    on: {
      degraded: 'onBatteryInfoChange',
      soft: 'onGeneratePoster onMemoryWarning onScreenRecordingStateChanged onUserCaptureScreen',
    },
    off: {
      degraded: 'offBatteryInfoChange',
      soft: 'offGeneratePoster offMemoryWarning offScreenRecordingStateChanged offUserCaptureScreen',
    },
  }),
  ...defineArea('keyboard', {
    async: {
      real: 'getSelectedTextRange hideKeyboard',
    },
    on: {
      real: 'onKeyboardHeightChange',
      soft: 'onKeyDown onKeyUp',
    },
    off: {
      real: 'offKeyboardHeightChange',
      soft: 'offKeyDown offKeyUp',
    },
  }),
  ...defineArea('font', {
    async: {
      real: 'loadFontFace',
      soft: 'loadBuiltInFontFace',
    },
  }),
  ...defineArea('location', {
    async: {
      real: 'getLocation startLocationUpdate stopLocationUpdate',
      degraded: 'chooseLocation getFuzzyLocation openLocation startLocationUpdateBackground',
      soft: 'choosePoi',
    },
    on: {
      real: 'onLocationChange onLocationChangeError',
    },
    off: {
      real: 'offLocationChange offLocationChangeError',
    },
    create: {
      real: 'createMapContext',
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
