import ApusCore
import ApusOpenAPI
import ApusSource

// Requests.
extension WireComparison {
  func compareBodies(_ before: Operation, _ after: Operation, _ roles: Roles) {
    switch (before.requestBody, after.requestBody) {
    case (nil, nil): return
    case (nil, let body?):
      let effect: Effect = body.isRequired ? .narrows : .keeps
      note(
        body.isRequired ? .requestBodyAddedRequired : .requestBodyAddedOptional,
        effect.breakage(of: roles.request),
        "the request has a body now, which is \(body.isRequired ? "required" : "optional")",
        old: before.place.nameSpan, new: body.place.nameSpan)
    case (let body?, nil):
      let effect: Effect = body.isRequired ? .changes : .narrows
      note(
        .requestBodyRemoved, effect.breakage(of: roles.request),
        "the request has no body any more",
        old: body.place.nameSpan, new: after.place.nameSpan)
    case (let left?, let right?):
      guard left.isShared || right.isShared else {
        compare(left, right, roles)
        return
      }
      let key = UnitKey.shared(old: left.pointer, new: right.pointer, roles.request)
      unit(key, .component(kind: "request body", name: right.name)) { [self] in
        compare(left, right, roles)
      }
    }
  }

  private func compare(_ before: RequestBody, _ after: RequestBody, _ roles: Roles) {
    let site = Site(prefix: "request-body", flow: roles.request, root: "the body")
    if before.isRequired != after.isRequired {
      note(
        after.isRequired ? .becameRequired : .becameOptional,
        after.isRequired ? .narrows : .widens, site,
        after.isRequired ? "is required now" : "is not required any more",
        old: before.span(of: "required"), new: after.span(of: "required"))
    }
    if before.description != after.description {
      note(
        .documentationChanged, [], "the body is documented differently",
        old: before.span(of: "description"), new: after.span(of: "description"))
    }
    compareContents(before.content, after.content, old: before, new: after, at: site)
  }
}

// Responses.
extension WireComparison {
  func compareResponses(_ before: Operation, _ after: Operation, _ roles: Roles) {
    for entry in before.responses {
      if let other = after.responses.covering(entry.key) {
        compareShared(entry.value, other, entry.key, roles)
      } else {
        noteRemoved(entry, after, roles)
      }
    }
    for entry in after.responses where before.responses[entry.key] == nil {
      noteAdded(entry, before, roles)
    }
  }

  private func noteRemoved(
    _ entry: Entry<StatusKey, DocumentedResponse>, _ after: Operation, _ roles: Roles
  ) {
    let effect: Effect = entry.key.isSuccess ? .changes : .keeps
    note(
      entry.key.isSuccess ? .responseSuccessStatusRemoved : .responseNonSuccessStatusRemoved,
      effect.breakage(of: roles.response), "the response \(entry.key) is gone", old: entry.keySpan,
      new: after.span(of: "responses"))
  }

  private func noteAdded(
    _ entry: Entry<StatusKey, DocumentedResponse>, _ before: Operation, _ roles: Roles
  ) {
    let isCovered = before.responses.covering(entry.key) != nil
    let effect: Effect = entry.key.isSuccess && !isCovered ? .widens : .keeps
    note(
      entry.key.isSuccess ? .responseSuccessStatusAdded : .responseNonSuccessStatusAdded,
      effect.breakage(of: roles.response), "the response \(entry.key) is new",
      old: before.span(of: "responses"), new: entry.keySpan)
    if isCovered, let other = before.responses.covering(entry.key) {
      compareShared(other, entry.value, entry.key, roles)
    }
  }

  private func compareShared(
    _ before: DocumentedResponse, _ after: DocumentedResponse, _ status: StatusKey, _ roles: Roles
  ) {
    guard before.isShared || after.isShared else {
      compare(before, after, "the \(status) response", roles)
      return
    }
    let key = UnitKey.shared(old: before.pointer, new: after.pointer, roles.response)
    unit(key, .component(kind: "response", name: after.name)) { [self] in
      compare(before, after, "the response", roles)
    }
  }

  private func compare(
    _ before: DocumentedResponse, _ after: DocumentedResponse, _ words: String, _ roles: Roles
  ) {
    if before.description != after.description || before.summary != after.summary {
      note(
        .documentationChanged, [], "\(words) is documented differently",
        old: before.span(of: "description"), new: after.span(of: "description"))
    }
    compareHeaders(
      before, after, at: Site(prefix: "response-header", flow: roles.response, root: words))
    let site = Site(prefix: "response-body", flow: roles.response, root: "the body of \(words)")
    compareContents(before.content, after.content, old: before, new: after, at: site)
    compareLinks(before, after, words)
  }

  private func compareLinks(
    _ before: DocumentedResponse, _ after: DocumentedResponse, _ words: String
  ) {
    for entry in before.links {
      guard let link = after.links[entry.key] else {
        note(
          .responseLinkRemoved, [], "the link '\(entry.key)' of \(words) is gone",
          old: entry.keySpan, new: after.span(of: "links"))
        continue
      }
      if link.written != entry.value.written {
        note(
          .responseLinkChanged, [],
          "the link '\(entry.key)' of \(words) leads elsewhere, or is made in another way",
          old: entry.value.span, new: link.span)
      }
    }
    for entry in after.links where before.links[entry.key] == nil {
      note(
        .responseLinkAdded, [], "the link '\(entry.key)' of \(words) is new",
        old: before.span(of: "links"), new: entry.keySpan)
    }
  }
}

extension StatusKey {
  /// Whether a response of this status, or of one of these, tells that the request was carried out.
  fileprivate var isSuccess: Bool {
    switch self {
    case .code(let code): (200..<400).contains(code)
    case .range(let digit): digit == 2 || digit == 3
    case .default: false
    }
  }
}

extension [Entry<StatusKey, DocumentedResponse>] {
  /// What is said of responses of a status: by itself, or among those of its range or all others.
  fileprivate func covering(_ status: StatusKey) -> DocumentedResponse? {
    if let own = self[status] { return own }
    if case .code(let code) = status, let range = self[.range(code / 100)] { return range }
    return self[.default]
  }
}

extension Located {
  /// The name that the document has for it: the last step of its place.
  fileprivate var name: String {
    let step = pointer.split(separator: "/").last.map(String.init) ?? ""
    return step.replacing("~1", with: "/").replacing("~0", with: "~")
  }
}
