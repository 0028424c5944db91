/// How a parameter that is a list or an object is put into text (OpenAPI, Parameter Object,
/// "Style Values").
public struct ParameterStyle: Hashable, Sendable {
  /// What stands between the parts of one text.
  private let separator: String
  /// Whether each part stands for itself, as `name=value`.
  private let explodes: Bool

  /// `a=1&a=2` (RFC 6570, section 3.2.8); the way of queries and cookies.
  public static let form = form(explode: true)
  /// `1,2` (RFC 6570, section 3.2.2); the way of paths and header fields.
  public static let simple = simple(explode: false)
  /// `a=1%202`.
  public static let spaceDelimited = ParameterStyle(separator: " ", explodes: false)
  /// `a=1|2`.
  public static let pipeDelimited = ParameterStyle(separator: "|", explodes: false)

  /// `a=1&a=2`, or `a=1,2` without `explode`.
  public static func form(explode: Bool) -> ParameterStyle {
    ParameterStyle(separator: ",", explodes: explode)
  }

  /// `1,2`; with `explode`, an object's members are written as `name=value`.
  public static func simple(explode: Bool) -> ParameterStyle {
    ParameterStyle(separator: ",", explodes: explode)
  }
}

extension ParameterStyle {
  /// The value as part of a path, percent-encoded.
  func encode(_ value: ParameterValue) -> String {
    joined(value, separator: separator, PercentEncoding.encode)
  }

  /// The value as the value of a header field, as it is.
  func write(_ value: ParameterValue) -> String {
    joined(value, separator: separator) { $0 }
  }

  /// The value as `name=value` items of a query or of cookies, percent-encoded.
  func encodeItems(_ name: String, _ value: ParameterValue) -> [String] {
    let encode: (String) -> String = PercentEncoding.encode
    let name = encode(name)
    guard explodes else {
      let between = separator == "," ? separator : encode(separator)
      return ["\(name)=\(joined(value, separator: between, encode))"]
    }
    return switch value {
    case .scalar(let text): ["\(name)=\(encode(text))"]
    case .array(let texts): texts.map { "\(name)=\(encode($0))" }
    case .object(let members): members.map { "\(encode($0.name))=\(encode($0.text))" }
    }
  }

  private func joined(
    _ value: ParameterValue, separator: String, _ encode: (String) -> String
  ) -> String {
    switch value {
    case .scalar(let text):
      encode(text)
    case .array(let texts):
      texts.map(encode).joined(separator: separator)
    case .object(let members):
      members.map { encode($0.name) + (explodes ? "=" : separator) + encode($0.text) }
        .joined(separator: separator)
    }
  }
}

extension ParameterStyle {
  /// The values of one name in a query or in cookies, read; `nil` where the percent-encoding is
  /// broken.
  func readItems(_ texts: [Substring]) -> ParameterText? {
    let decode = { (text: Substring) in PercentEncoding.decode(text, plusIsSpace: true) }
    guard let whole = allOf(texts.map(decode)) else { return nil }
    guard let only = texts.first, texts.count == 1 else { return ParameterText(elements: whole) }
    if explodes { return ParameterText(scalar: whole.first, elements: whole) }
    return parts(of: only, decode).map { ParameterText(scalar: whole.first, elements: $0) }
  }

  /// The text of a variable in a path, read; `nil` where the percent-encoding is broken.
  func read(_ text: Substring) -> ParameterText? {
    let decode = { (text: Substring) in PercentEncoding.decode(text) }
    guard let whole = decode(text), let parts = parts(of: text, decode) else { return nil }
    return ParameterText(scalar: whole, elements: parts)
  }

  /// The values of a header field, read.
  func readField(_ values: [String]) -> ParameterText {
    let whole = values.joined(separator: ", ")
    let parts = whole.split(separator: ",").map { String(ASCII.trimmed($0)) }
    return ParameterText(scalar: whole, elements: parts)
  }

  private func parts(of text: Substring, _ decode: (Substring) -> String?) -> [String]? {
    // A comma may be data where it is encoded; the other separators are always encoded.
    if separator == "," {
      return allOf(text.split(separator: ",", omittingEmptySubsequences: false).map(decode))
    }
    return decode(text)?.split(separator: separator, omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func allOf(_ texts: [String?]) -> [String]? {
    let present = texts.compactMap(\.self)
    return present.count == texts.count ? present : nil
  }
}
