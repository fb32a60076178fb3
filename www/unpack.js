// Unpacks the module of the page: LZMA, which is a fifth smaller than what browsers can inflate themselves.
// `crates/xtask/src/pack.rs` packs it. ES5, like the boot script: where it runs must not depend on what it finds.
function mailtlsUnpack(packed) {
  'use strict';

  // Where each sort of probability begins, as the LZMA specification lists them.
  var IS_MATCH = 0;
  var IS_REPEAT = 192;
  var IS_REPEAT_0 = 204;
  var IS_REPEAT_1 = 216;
  var IS_REPEAT_2 = 228;
  var IS_REPEAT_0_LONG = 240;
  var SLOT = 432;
  var SPECIAL = 688;
  var ALIGN = 804;
  var MATCH_LENGTH = 820;
  var REPEAT_LENGTH = 1334;
  var LITERAL = 1848;

  // 13 bytes of header: properties, size of the dictionary (the whole output is at hand), size of the output.
  var literalContextBits = packed[0] % 9;
  var literalPositionMask = (1 << Math.floor(packed[0] / 9) % 5) - 1;
  var positionMask = (1 << Math.floor(packed[0] / 45)) - 1;
  var size = packed[5] | packed[6] << 8 | packed[7] << 16 | packed[8] << 24;
  var output = new Uint8Array(size);
  var probabilities = new Uint16Array(LITERAL + (0x300 << literalContextBits) * (literalPositionMask + 1));
  for (var index = 0; index < probabilities.length; index += 1) {
    probabilities[index] = 1024;
  }
  // The range and the code of the range decoder; an array keeps them unsigned.
  var range = new Uint32Array([0xffffffff]);
  var code = new Uint32Array([(packed[14] << 24 | packed[15] << 16 | packed[16] << 8 | packed[17]) >>> 0]);
  var next = 18;

  function refill() {
    if (range[0] < 0x1000000) {
      range[0] <<= 8;
      code[0] = code[0] << 8 | packed[next];
      next += 1;
    }
  }

  function bit(at) {
    var probability = probabilities[at];
    var bound = (range[0] >>> 11) * probability;
    if (code[0] < bound) {
      range[0] = bound;
      probabilities[at] = probability + (2048 - probability >> 5);
      refill();
      return 0;
    }
    range[0] -= bound;
    code[0] -= bound;
    probabilities[at] = probability - (probability >> 5);
    refill();
    return 1;
  }

  function tree(at, bits) {
    var node = 1;
    for (var depth = 0; depth < bits; depth += 1) {
      node = node << 1 | bit(at + node);
    }
    return node - (1 << bits);
  }

  function reverseTree(at, bits) {
    var node = 1;
    var value = 0;
    for (var depth = 0; depth < bits; depth += 1) {
      var digit = bit(at + node);
      node = node << 1 | digit;
      value |= digit << depth;
    }
    return value;
  }

  function evenBits(count) {
    var value = 0;
    for (; count > 0; count -= 1) {
      range[0] >>>= 1;
      var digit = code[0] >= range[0] ? 1 : 0;
      if (digit) {
        code[0] -= range[0];
      }
      value = value << 1 | digit;
      refill();
    }
    return value;
  }

  /** How long a match is, less the 2 that every match has. */
  function lengthOf(at, position) {
    if (!bit(at)) {
      return tree(at + 2 + position * 8, 3);
    }
    return bit(at + 1) ? 16 + tree(at + 258, 8) : 8 + tree(at + 130 + position * 8, 3);
  }

  /** How far back a match begins, less 1. */
  function distanceOf(length) {
    var slot = tree(SLOT + Math.min(length, 3) * 64, 6);
    if (slot < 4) {
      return slot;
    }
    var bits = (slot >> 1) - 1;
    var distance = (2 | slot & 1) << bits;
    if (slot < 14) {
      return distance + reverseTree(SPECIAL + distance - slot, bits);
    }
    distance += evenBits(bits - 4) << 4;
    return distance + reverseTree(ALIGN, 4);
  }

  function literal(filled, afterMatch, distance) {
    var before = filled ? output[filled - 1] : 0;
    var context = ((filled & literalPositionMask) << literalContextBits) + (before >> 8 - literalContextBits);
    var at = LITERAL + 0x300 * context;
    var symbol = 1;
    if (afterMatch) {
      var expected = output[filled - distance - 1];
      while (symbol < 0x100) {
        var likely = expected >> 7 & 1;
        expected <<= 1;
        var digit = bit(at + (1 + likely << 8) + symbol);
        symbol = symbol << 1 | digit;
        if (digit !== likely) {
          break;
        }
      }
    }
    while (symbol < 0x100) {
      symbol = symbol << 1 | bit(at + symbol);
    }
    return symbol;
  }

  var state = 0;
  var distances = [0, 0, 0, 0];
  var filled = 0;
  while (filled < size) {
    var position = filled & positionMask;
    if (!bit(IS_MATCH + state * 16 + position)) {
      output[filled] = literal(filled, state >= 7, distances[0]);
      filled += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    var length = 0;
    if (!bit(IS_REPEAT + state)) {
      length = 2 + lengthOf(MATCH_LENGTH, position);
      distances.unshift(distanceOf(length - 2));
      distances.pop();
      state = state < 7 ? 7 : 10;
    } else {
      var several = true;
      if (bit(IS_REPEAT_0 + state)) {
        var which = bit(IS_REPEAT_1 + state) ? 2 + bit(IS_REPEAT_2 + state) : 1;
        distances.unshift(distances.splice(which, 1)[0]);
      } else {
        several = bit(IS_REPEAT_0_LONG + state * 16 + position) === 1;
      }
      length = several ? 2 + lengthOf(REPEAT_LENGTH, position) : 1;
      state = state < 7 ? (several ? 8 : 9) : 11;
    }
    if (distances[0] >= filled || next > packed.length) {
      throw new Error('the packed module is damaged or incomplete');
    }
    for (var end = Math.min(filled + length, size); filled < end; filled += 1) {
      output[filled] = output[filled - distances[0] - 1];
    }
  }
  return output;
}
