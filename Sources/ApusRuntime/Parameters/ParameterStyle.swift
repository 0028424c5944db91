/// How a parameter is put into text (OpenAPI 3.2.0, section 4.12.3, "Style Values").
public struct ParameterStyle: Hashable, Sendable {
  /// The forms of lists and objects.
  enum Form: Hashable, Sendable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject
    /// As `form`, with nothing percent-encoded.
    case cookie
    /// JSON text, of any value.
    case json
  }

  let form: Form
  /// Whether each element or member stands for itself.
  let explodes: Bool
  /// Whether reserved characters of URLs are written as they are where they do no harm.
  private(set) var allowsReserved = false
  /// Whether an empty text that is no value is read as none.
  private(set) var allowsEmpty = false
  /// The parameters beside which an object's members stand, each by itself; nil where it is not
  /// known that the value can be such an object.
  private(set) var neighbours: [String]?

  private init(_ form: Form, explodes: Bool) {
    self.form = form
    self.explodes = explodes
  }
}

extension ParameterStyle {
  /// `1,2` (RFC 6570, section 3.2.2); the way of paths and header fields.
  public static let simple = simple(explode: false)
  /// `.1,2` (RFC 6570, section 3.2.5), in paths.
  public static let label = label(explode: false)
  /// `;a=1,2` (RFC 6570, section 3.2.7), in paths.
  public static let matrix = matrix(explode: false)
  /// `a=1&a=2` (RFC 6570, section 3.2.8); the way of queries and cookies.
  public static let form = form(explode: true)
  /// `a=1%202`.
  public static let spaceDelimited = spaceDelimited(explode: false)
  /// `a=1%7C2`.
  public static let pipeDelimited = pipeDelimited(explode: false)
  /// `a[b]=1&a[c][d]=2`; an element of a list has its index for a name.
  public static let deepObject = ParameterStyle(.deepObject, explodes: true)
  /// `a=1; a=2`, in cookies, with nothing percent-encoded.
  public static let cookie = cookie(explode: true)
  /// `{"a":1}`: the value as JSON text.
  public static let json = ParameterStyle(.json, explodes: false)

  /// `1,2`; with `explode`, an object's members are written as `name=value`.
  public static func simple(explode: Bool) -> ParameterStyle {
    ParameterStyle(.simple, explodes: explode)
  }

  /// `.1,2`, or `.1.2` with `explode`; an object's members are then `name=value`.
  public static func label(explode: Bool) -> ParameterStyle {
    ParameterStyle(.label, explodes: explode)
  }

  /// `;a=1,2`, or `;a=1;a=2` with `explode`; an object's members are then `;name=value`.
  public static func matrix(explode: Bool) -> ParameterStyle {
    ParameterStyle(.matrix, explodes: explode)
  }

  /// `a=1&a=2`, or `a=1,2` without `explode`.
  public static func form(explode: Bool) -> ParameterStyle {
    ParameterStyle(.form, explodes: explode)
  }

  /// `a=1%202`, or `a=1&a=2` with `explode`.
  public static func spaceDelimited(explode: Bool) -> ParameterStyle {
    ParameterStyle(.spaceDelimited, explodes: explode)
  }

  /// `a=1%7C2`, or `a=1&a=2` with `explode`.
  public static func pipeDelimited(explode: Bool) -> ParameterStyle {
    ParameterStyle(.pipeDelimited, explodes: explode)
  }

  /// `a=1; a=2`, or `a=1,2` without `explode`.
  public static func cookie(explode: Bool) -> ParameterStyle {
    ParameterStyle(.cookie, explodes: explode)
  }
}

extension ParameterStyle {
  /// The same style with reserved characters (RFC 3986, section 2.2) written as they are, unless
  /// they would be taken for something else.
  public var allowingReserved: ParameterStyle {
    var style = self
    style.allowsReserved = true
    return style
  }

  /// The same style, where an empty text that can't be a value is read as if the parameter were not
  /// there.
  public var allowingEmpty: ParameterStyle {
    var style = self
    style.allowsEmpty = true
    return style
  }

  /// The same style for a value that may be an object whose members stand by themselves, beside
  /// parameters of these names, which are none of its members.
  public func members(beside names: String...) -> ParameterStyle {
    var style = self
    style.neighbours = names
    return style
  }
}

extension ParameterStyle {
  /// What stands before the text.
  var prefix: Character? {
    switch form {
    case .label: "."
    case .matrix: ";"
    default: nil
    }
  }

  /// What stands between the parts of one text.
  var separator: Character {
    switch form {
    case .label where explodes: "."
    case .matrix where explodes: ";"
    case .spaceDelimited: " "
    case .pipeDelimited: "|"
    default: ","
    }
  }
}
