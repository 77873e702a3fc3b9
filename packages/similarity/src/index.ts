export { findOrigin, type Origin } from './origin.ts';
export {
  bandsOf,
  type Fingerprint,
  fingerprint,
  packSignature,
  signatureSize,
  similarity,
  unpackSignature,
} from './signature.ts';
export { judgeText, type StoredText, type TextVerdict } from './verdict.ts';
