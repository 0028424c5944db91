/// One entry of the tape that a text is parsed into: values in the order of the text, a container before what it
/// holds, a member's name before its value. The bytes stay where they are; a node points at them.
struct JSONNode {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The string has escapes, so its bytes are not its text.
    static let escaped = Flags(rawValue: 1)
    /// The boolean is true.
    static let isTrue = Flags(rawValue: 2)
    /// The number is digits only, perhaps with a minus sign.
    static let digits = Flags(rawValue: 4)
    /// The member has the name of an earlier one, and doesn't count.
    static let duplicate = Flags(rawValue: 8)
    /// The object has at least one duplicate member.
    static let hasDuplicates = Flags(rawValue: 16)
  }

  var kind: JSONKind
  var flags: Flags = []
  /// The value's first byte; of a string, the one after the quotation mark.
  var offset: UInt32
  /// Of strings and numbers, the bytes; of arrays and objects, the elements or members that count.
  var length: UInt32 = 0
  /// Of a value, the distance to the node after it and all that it holds; of a name, a digest of its text.
  var next: UInt32 = 1
}
