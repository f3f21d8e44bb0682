import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { countDone, dayOf, examples, toggle } from '../../habits'
import './index.css'

export default function Today() {
  const [habits, setHabits] = useState(() => Taro.getStorageSync('habits') || examples)
  const today = dayOf(new Date())

  const onTap = (id) => {
    const next = toggle(habits, id, today)
    setHabits(next)
    Taro.setStorageSync('habits', next)
  }

  return (
    <View className="page">
      <View className="summary">
        <View className="greeting">今天</View>
        <View>
          完成 {countDone(habits, today)} / {habits.length}
        </View>
      </View>
      {habits.map(({ id, name, days }) => (
        <View key={id} className={days.includes(today) ? 'habit is-done' : 'habit'} onClick={() => onTap(id)}>
          <Text>{name}</Text>
          <View className="tick">{days.includes(today) ? '✓' : ''}</View>
        </View>
      ))}
    </View>
  )
}
