export { type VoiceName, voiceName } from './data.ts';
export { findOrigin, type Origin } from './origin.ts';
export {
  type Fingerprint,
  fingerprint,
  keysOf,
  packedSimilarity,
  packSamples,
  packSignature,
  signatureSize,
} from './signature.ts';
export { type CopyOf, copyRules, findCopied, type KnownText } from './verdict.ts';
