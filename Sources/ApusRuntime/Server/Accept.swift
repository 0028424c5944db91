/// What a client takes for an answer (RFC 9110, section 12.5.1).
public struct Accept: Hashable, Sendable {
  private struct Range: Hashable, Sendable {
    var mediaType: MediaType
    var quality: Double

    /// How exact it is: 2 for a media type, 0 for all of them.
    var exactness: Int {
      if mediaType.type == "*" { return 0 }
      return mediaType.subtype == "*" ? 1 : 2
    }
  }

  private var ranges: [Range] = []

  /// What the client takes whose request a handler is answering; everything outside of handlers.
  @TaskLocal public static var current = Accept()

  /// Everything.
  public init() {}

  /// What the `Accept` fields of a header say: everything, where there are none. What can't be read
  /// is passed over, and so are the parameters of media types.
  public init(_ headers: HeaderFields) {
    guard let text = headers[.accept] else { return }
    ranges = text.split(separator: ",").compactMap { element in
      guard let mediaType = MediaType(String(element)) else { return nil }
      let weight = HeaderParameters(String(element))["q"].map { Double($0) } ?? 1
      guard let weight, (0...1).contains(weight) else { return nil }
      return Range(mediaType: mediaType, quality: weight)
    }
  }

  /// How welcome an answer of a media type is, from 0 for not at all to 1. The most exact of the
  /// ranges that the type is in decides; for a range of types, the best of all that it overlaps with.
  public func quality(of type: MediaType) -> Double {
    if ranges.isEmpty { return 1 }
    if type.isRange {
      let overlapping = ranges.filter { $0.mediaType.matches(type) || type.matches($0.mediaType) }
      return overlapping.map(\.quality).max() ?? 0
    }
    let matching = ranges.filter { type.matches($0.mediaType) }
    return matching.max { $0.exactness < $1.exactness }?.quality ?? 0
  }

  /// The most welcome of some media types, the first of those that are as welcome; `nil` where none
  /// is welcome at all. Handlers that can answer in several ask ``current``.
  public func preferred(of types: MediaType...) -> MediaType? { preferred(of: types) }

  func preferred(of types: [MediaType]) -> MediaType? {
    var best: (type: MediaType, quality: Double)?
    for type in types {
      let quality = quality(of: type)
      if quality > best?.quality ?? 0 { best = (type, quality) }
    }
    return best?.type
  }
}

/// The media types that an operation answers in where it succeeds.
struct Answers: Sendable {
  /// Lists of media types that mean the same; none where an answer may be without content, or where
  /// it is not known.
  let lists: [[MediaType]]

  private var all: [MediaType] { lists.flatMap(\.self) }

  /// What answers a request that takes none of them; `nil` if it takes one.
  func refusal(_ accept: Accept) -> Response? {
    if lists.isEmpty || accept.preferred(of: all) != nil { return nil }
    let names = all.map(\.description).joined(separator: ", ")
    return ProblemDetails(status: 406, detail: "The answer can be \(names).").response
  }

  /// A response in the most welcome of the media types that mean the same as its own.
  func negotiated(_ response: Response, _ accept: Accept) -> Response {
    guard all.count > 1, (200..<300).contains(response.status),
      let text = response.headers[.contentType], let type = MediaType(text)
    else { return response }
    var response = response
    response.headers.append(.vary, "Accept")
    let same = (lists.first { $0.contains(type) } ?? []).filter { !$0.isRange }
    if let best = accept.preferred(of: [type] + same), best != type {
      response.headers[.contentType] = "\(best)\(text.drop { $0 != ";" })"
    }
    return response
  }
}
