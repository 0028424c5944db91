/// A value of a parsed JSON text, with everything in it.
///
/// A view is two pointers, into the text and into what was parsed of it. It costs nothing to copy, and is
/// valid only inside the closure that was given to `withJSON`: don't let one escape.
public struct JSONView {
  let node: UnsafePointer<JSONNode>
  let text: UnsafePointer<UInt8>

  /// The kind of the value.
  public var kind: JSONKind { node.pointee.kind }

  /// Whether it is `null`.
  public var isNull: Bool { node.pointee.kind == .null }

  /// The truth value, or nil for a value of another kind.
  public var boolean: Bool? {
    node.pointee.kind == .boolean ? node.pointee.flags.contains(.isTrue) : nil
  }

  /// The string's text, or nil for a value of another kind.
  public var string: String? { stringView?.string }

  /// The string, not copied, or nil for a value of another kind.
  public var stringView: JSONStringView? {
    node.pointee.kind == .string ? JSONStringView(node: node, text: text) : nil
  }

  /// The length of a string in Unicode code points, as JSON Schema counts; 0 for values of other kinds.
  public var codePointCount: Int { stringView?.codePointCount ?? 0 }

  /// The number, or nil for a value of another kind.
  public var number: JSONNumber? {
    node.pointee.kind == .number
      ? JSONNumber(unchecked: String(decoding: literal, as: UTF8.self)) : nil
  }

  /// The number of elements or members that count; 0 for values that are neither array nor object.
  public var count: Int {
    switch node.pointee.kind {
    case .array, .object: Int(node.pointee.length)
    case .null, .boolean, .number, .string: 0
    }
  }

  /// The bytes of a number, as they stand in the text.
  var literal: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: text + Int(node.pointee.offset), count: Int(node.pointee.length))
  }

  /// The value, copied out of the text.
  public var json: JSON {
    switch node.pointee.kind {
    case .null: .null
    case .boolean: .boolean(node.pointee.flags.contains(.isTrue))
    case .number: .number(JSONNumber(unchecked: String(decoding: literal, as: UTF8.self)))
    case .string: .string(JSONStringView(node: node, text: text).string)
    case .array: .array(jsonElements)
    case .object: .object(jsonMembers)
    }
  }

  // Loops and not closures, and each in a function of its own, so that the recursion is frugal with the stack.

  private var jsonElements: [JSON] {
    var array: [JSON] = []
    array.reserveCapacity(count)
    for element in elements { array.append(element.json) }
    return array
  }

  var jsonMembers: [String: JSON] {
    var object = [String: JSON](minimumCapacity: count)
    for member in members { object[member.name.string] = member.value.json }
    return object
  }
}
