/** Keeps the page for times without a network, and shows what this browser opened last. The page itself works without. */
import { offlineScriptPath } from '@banyan/contract/offline'
import { recentAppsKey } from '@banyan/contract/recent-apps'

export const homeScript = `
navigator.serviceWorker?.register('${offlineScriptPath}',{scope:'/'}).catch(()=>{})
const recent=document.getElementById('recent')
let opened=[]
try{opened=JSON.parse(localStorage.getItem('${recentAppsKey}')??'[]')}catch{}
if(recent&&Array.isArray(opened)&&opened.length>0){
const list=recent.querySelector('ul')
for(const {id,name,iconUrl} of opened){
if(typeof id!=='string'||typeof name!=='string')continue
const link=document.createElement('a')
link.href='/a/'+encodeURIComponent(id)+'/'
const icon=document.createElement(iconUrl?'img':'span')
icon.className='icon'
if(iconUrl){icon.src=iconUrl;icon.alt='';icon.onerror=()=>icon.remove()}else{icon.textContent=[...name][0]??'';icon.setAttribute('aria-hidden','true')}
const title=document.createElement('strong')
title.textContent=name
link.append(icon,title)
const entry=document.createElement('li')
entry.append(link)
list.append(entry)}
recent.hidden=list.childElementCount===0
recent.querySelector('button').onclick=()=>{localStorage.removeItem('${recentAppsKey}');recent.hidden=true}}
`
