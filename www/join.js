// Puts together the module whose code `crates/xtask/src/streams.rs` sorted into streams of like bytes.
function mailtlsJoin(sorted) {
  'use strict';

  // The streams, by what is in them.
  var LOCAL = 1;
  var NUMBER = 2;
  var OFFSET = 3;
  var ALIGNMENT = 4;
  var CALL = 5;
  var BLOCK = 6;
  var BRANCH = 7;
  var LONG_NUMBER = 8;
  var GLOBAL = 9;
  var REST = 10;

  var view = new DataView(sorted.buffer, sorted.byteOffset);
  var at = 0;
  function next() {
    at += 4;
    return view.getUint32(at - 4, true);
  }
  var size = next();
  var head = next();
  var tail = next();
  var count = next();
  var places = [];
  var start = 4 * (4 + REST + 1) + head + tail;
  for (var stream = 0; stream <= REST; stream += 1) {
    places.push(start);
    start += next();
  }
  // A function is written five bytes further on, until its size is known.
  var module = new Uint8Array(size + 5);
  module.set(sorted.subarray(at, at + head));
  var end = head;

  function byte(stream) {
    var value = sorted[places[stream]];
    places[stream] += 1;
    module[end] = value;
    end += 1;
    return value;
  }

  function number(stream) {
    var value = 0;
    var shift = 0;
    var part;
    do {
      part = byte(stream);
      value |= (part & 127) << shift;
      shift += 7;
    } while (part > 127);
    return value;
  }

  function several(count, read, stream) {
    for (; count > 0; count -= 1) {
      read(stream);
    }
  }

  function local(stream) {
    number(stream);
    byte(stream);
  }

  /** How many numbers follow an instruction of two bytes, by the second. */
  var OPERANDS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

  /** Copies what follows an instruction. */
  function operands(instruction) {
    if (instruction >= 0x20 && instruction <= 0x22) {
      number(LOCAL);
    } else if (instruction >= 0x28 && instruction <= 0x3e) {
      number(ALIGNMENT);
      number(OFFSET);
    } else if (instruction === 0x41) {
      number(NUMBER);
    } else if (instruction === 0x10) {
      number(CALL);
    } else if (instruction >= 0x02 && instruction <= 0x04) {
      number(BLOCK);
    } else if (instruction === 0x0c || instruction === 0x0d) {
      number(BRANCH);
    } else if (instruction === 0x42) {
      number(LONG_NUMBER);
    } else if (instruction === 0x23 || instruction === 0x24) {
      number(GLOBAL);
    } else if (instruction === 0x0e) {
      several(number(REST) + 1, number, REST);
    } else if (instruction === 0x11) {
      several(2, number, REST);
    } else if (instruction === 0x1c) {
      several(number(REST), byte, REST);
    } else if (instruction === 0x43 || instruction === 0x44) {
      several(instruction === 0x43 ? 4 : 8, byte, REST);
    } else if (instruction === 0xfc) {
      several(OPERANDS[number(REST)], number, REST);
    } else if ([0x25, 0x26, 0x3f, 0x40, 0xd0, 0xd2].indexOf(instruction) >= 0) {
      number(REST);
    }
  }

  for (; count > 0; count -= 1) {
    var begin = end;
    end += 5;
    several(number(REST), local, REST);
    for (var depth = 1; depth > 0;) {
      var instruction = byte(0);
      if (instruction >= 0x02 && instruction <= 0x04) {
        depth += 1;
      } else if (instruction === 0x0b) {
        depth -= 1;
      }
      operands(instruction);
    }
    var length = end - begin - 5;
    var from = begin + 5;
    for (var rest = length; rest > 127; rest >>= 7) {
      module[begin] = rest & 127 | 128;
      begin += 1;
    }
    module[begin] = rest;
    module.copyWithin(begin + 1, from, end);
    end = begin + 1 + length;
  }
  module.set(sorted.subarray(at + head, at + head + tail), end);
  return module.subarray(0, size);
}
