/// Lists and objects inside each other, as the style `deepObject` names their parts: `a[b][c]=1`.
///
/// The standard speaks of an object's members alone. Further levels are written as most servers read
/// them: a member's name or an element's index in brackets of its own.
enum DeepObject {
  /// The most brackets behind each other; what has more is no value.
  static let depthLimit = 32

  /// The texts in a value, each with its name.
  static func paths(of value: ParameterValue, below path: String) -> [(path: String, text: String)]
  {
    switch value {
    case .scalar(let text):
      [(path, text)]
    case .array(let elements):
      elements.enumerated().flatMap { index, element in
        paths(of: element, below: "\(path)[\(index)]")
      }
    case .object(let members):
      members.flatMap { paths(of: $0.value, below: "\(path)[\($0.name)]") }
    }
  }

  /// The object whose parts have these names; nil if none has the name of the parameter before its
  /// brackets.
  static func value(named name: String, in items: [(name: String, text: String)]) -> ParameterValue?
  {
    var root = Part()
    for item in items {
      guard let keys = keys(in: item.name, behind: name) else { continue }
      root.insert(item.text, at: keys)
    }
    return root.isEmpty ? nil : root.value
  }

  /// What stands in the brackets behind a name; nil if there is anything else.
  private static func keys(in path: String, behind name: String) -> ArraySlice<String>? {
    guard path.hasPrefix(name), path.utf8.last == UInt8(ascii: "]") else { return nil }
    let brackets = path.dropFirst(name.count)
    guard brackets.utf8.first == UInt8(ascii: "[") else { return nil }
    let keys = brackets.dropFirst().dropLast()
      .split(separator: "][", omittingEmptySubsequences: false)
    return keys.count > depthLimit ? nil : keys.map(String.init)[...]
  }

  /// A part while its own parts are gathered.
  private struct Part {
    var texts: [String] = []
    var members: [String: Part] = [:]

    mutating func insert(_ text: String, at keys: ArraySlice<String>) {
      // An empty pair of brackets at the end says that there may be several.
      guard let key = keys.first, key != "" || keys.count > 1 else { return texts.append(text) }
      members[key, default: Part()].insert(text, at: keys.dropFirst())
    }

    var isEmpty: Bool { texts.isEmpty && members.isEmpty }

    var value: ParameterValue {
      if !members.isEmpty { return object }
      if let only = texts.first, texts.count == 1 { return .scalar(only) }
      return .array(texts.map(ParameterValue.scalar))
    }

    private var object: ParameterValue {
      .object(
        members.sorted { $0.key < $1.key }.map {
          ParameterValue.Member(name: $0.key, value: $0.value.value)
        })
    }
  }
}

extension ParameterValue {
  /// The elements of a list of which an object's members are named by their indices, in order.
  var indexed: [ParameterValue]? {
    guard case .object(let members) = self else { return nil }
    let elements = Dictionary(
      members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let list = (0..<members.count).compactMap { elements[String($0)] }
    return list.count == members.count ? list : nil
  }

  /// The value with each list in an object as an object whose members' names are indices.
  var withNamedElements: ParameterValue {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map { Member(name: $0.name, value: $0.value.asNamedElements.withNamedElements) })
  }

  private var asNamedElements: ParameterValue {
    guard case .array(let elements) = self else { return self }
    return .object(elements.enumerated().map { Member(name: String($0), value: $1) })
  }
}
