import type { WorldConversation } from '../world/world.ts';
import type { Period } from './liveagent-report-period.ts';
import { within } from './liveagent-report-period.ts';

/** Counts of what happened; `…Times` are lengths in seconds, to be averaged. */
export interface Facts {
  answers: number;
  firstAnswerTimes: number[];
  nextAnswerTimes: number[];
  resolveTimes: number[];
  calls: number;
  missedCalls: number;
  callTimes: number[];
  chats: number;
  chatAnswers: number;
  missedChats: number;
  chatTimes: number[];
  rewards: number;
  punishments: number;
  unrated: number;
  incoming: number;
  incomingChats: number;
  incomingCalls: number;
  finishedChats: number;
  finishedCalls: number;
  created: number;
  resolved: number;
  notes: number;
}

function nothing(): Facts {
  const none = { firstAnswerTimes: [], nextAnswerTimes: [], resolveTimes: [], callTimes: [], chatTimes: [] };
  const counts = { answers: 0, calls: 0, missedCalls: 0, chats: 0, chatAnswers: 0, missedChats: 0 };
  const ratings = { rewards: 0, punishments: 0, unrated: 0, notes: 0 };
  const arrivals = { incoming: 0, incomingChats: 0, incomingCalls: 0, created: 0 };
  const ends = { finishedChats: 0, finishedCalls: 0, resolved: 0 };
  return { ...none, ...counts, ...ratings, ...arrivals, ...ends };
}

function countArrival(facts: Facts, conversation: WorldConversation, answered: boolean): void {
  facts.created += 1;
  if (conversation.channel === 'chat') {
    facts.incomingChats += 1;
    if (!answered) facts.missedChats += 1;
  }
  if (conversation.channel === 'call') {
    facts.incomingCalls += 1;
    if (!answered) facts.missedCalls += 1;
  }
}

function countEnd(facts: Facts, conversation: WorldConversation, at: number): void {
  const seconds = Math.round((at - conversation.createdAt) / 1000);
  facts.resolved += 1;
  facts.resolveTimes.push(seconds);
  if (conversation.channel === 'chat') {
    facts.finishedChats += 1;
    facts.chatTimes.push(seconds);
  }
  if (conversation.channel === 'call') {
    facts.finishedCalls += 1;
    facts.callTimes.push(seconds);
  }
  if (!conversation.rating) facts.unrated += 1;
}

function countAnswer(facts: Facts, conversation: WorldConversation, seconds: number, isFirst: boolean): void {
  const isChat = conversation.channel === 'chat';
  if (isChat) facts.chatAnswers += 1;
  else if (conversation.channel !== 'call') facts.answers += 1;
  (isFirst ? facts.firstAnswerTimes : facts.nextAnswerTimes).push(seconds);
  if (isFirst && isChat) facts.chats += 1;
  if (isFirst && conversation.channel === 'call') facts.calls += 1;
}

function countConversation(facts: Facts, conversation: WorldConversation, period: Period, by?: string): void {
  let asked = conversation.createdAt;
  let answered = false;
  for (const entry of conversation.entries) {
    const inside = within(period, entry.at);
    const spoken = entry.kind === 'message';
    if (spoken && entry.author.type === 'customer') {
      asked = entry.at;
      if (inside) facts.incoming += 1;
    }
    if (entry.author.type !== 'agent') continue;
    const mine = by === undefined || entry.author.id === by;
    if (spoken && inside && mine) {
      countAnswer(facts, conversation, Math.round((entry.at - asked) / 1000), !answered);
    }
    if (spoken) answered = true;
    if (!inside || !mine) continue;
    if (entry.kind === 'note') facts.notes += 1;
    const ends = entry.text === 'resolved' || entry.text === 'closed';
    if (entry.kind === 'status' && ends) countEnd(facts, conversation, entry.at);
  }
  if (within(period, conversation.createdAt)) countArrival(facts, conversation, answered);
  const { rating } = conversation;
  if (rating && within(period, rating.at)) {
    if (rating.resolution > 1) facts.rewards += 1;
    else facts.punishments += 1;
  }
}

/** Counts what happened in some conversations in a period; with `by`, only what that agent did. */
export function countFacts(conversations: readonly WorldConversation[], period: Period, by?: string): Facts {
  const facts = nothing();
  for (const conversation of conversations) {
    if (conversation.updatedAt >= period.from && conversation.createdAt <= period.to) {
      countConversation(facts, conversation, period, by);
    }
  }
  return facts;
}
