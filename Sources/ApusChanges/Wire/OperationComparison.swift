import ApusCore
import ApusOpenAPI
import ApusSource
import ApusYAML

/// What tells operations apart: the method, and what they are reached by, without the names of
/// variables.
private struct OperationKey: Hashable {
  var method: Operation.Method
  var shape: [PathTemplate.Part]
  var name: String

  init(_ operation: Operation) {
    method = operation.method
    switch operation.address {
    case .path(let template): (shape, name) = (template.shape, "")
    case .webhook(let name): (shape, self.name) = ([], "webhook \(name)")
    case .callback(let name), .component(let name): (shape, self.name) = ([], name)
    }
  }
}

/// What tells paths apart, and webhooks.
private struct PathItemKey: Hashable {
  var shape: [PathTemplate.Part]
  var name: String?

  init(_ item: PathItem) {
    shape = item.template?.shape ?? []
    name = item.template == nil ? item.words : nil
  }
}

extension PathItem {
  fileprivate var words: String {
    switch address {
    case .path(let template): "the path '\(template)'"
    case .webhook(let name): "the webhook '\(name)'"
    case .callback(let name), .component(let name): "'\(name)'"
    }
  }
}

extension Operation {
  /// The method and what the operation is reached by, as headings have them.
  var heading: String {
    switch address {
    case .path(let template): "\(method) \(template)"
    case .webhook(let name): "webhook \(name) \(method)"
    case .callback(let name), .component(let name): "\(method) \(name)"
    }
  }

  /// When the operation is switched off, if the document says it by the extension that has become
  /// usual.
  fileprivate var sunset: String? { place.node["x-sunset"]?.text }
}

/// Which of the two sides of an operation the API's provider is.
struct Roles {
  /// Which way its requests go.
  var request: Direction
  /// Which way its responses go.
  var response: Direction

  static let served = Roles(request: .request, response: .response)
  /// Of what the provider calls itself.
  static let called = Roles(request: .response, response: .request)
}

extension WireComparison {
  /// Compares the operations of paths and webhooks.
  func compareOperations() {
    let (before, after) = (old.allOperations, new.allOperations)
    let known = Dictionary(before.map { (OperationKey($0), $0) }) { first, _ in first }
    let now = Set(after.map(OperationKey.init))
    for operation in after {
      let key = OperationKey(operation)
      unit(.operation("\(key)"), .operation(operation.heading)) { [self] in
        if let other = known[key] {
          compare(other, operation, operation.roles)
        } else {
          noteAdded(operation, operation.roles)
        }
      }
    }
    comparePathItems()
    let paths = Set(after.compactMap { $0.path?.shape })
    for operation in before where !now.contains(OperationKey(operation)) {
      unit(.operation("\(OperationKey(operation))"), .operation(operation.heading)) { [self] in
        noteRemoved(
          operation, withPath: operation.path.map { !paths.contains($0.shape) } ?? false,
          operation.roles)
      }
    }
  }

  /// Compares what the documents say of paths and webhooks as a whole.
  private func comparePathItems() {
    let items = { (document: Document) in document.paths + document.webhooks.map(\.value) }
    let known = Dictionary(items(old).map { (PathItemKey($0), $0) }) { first, _ in first }
    for item in items(new) {
      guard let other = known[PathItemKey(item)],
        other.summary != item.summary || other.description != item.description
      else { continue }
      note(
        .documentationChanged, [], "\(item.words) is documented differently",
        old: other.place.nameSpan, new: item.place.nameSpan)
    }
  }

  private func noteAdded(_ operation: Operation, _ roles: Roles) {
    note(
      .endpointAdded, Effect.widens.breakage(of: roles.request), "the operation is new", old: nil,
      new: operation.place.nameSpan)
  }

  private func noteRemoved(_ operation: Operation, withPath isPathGone: Bool, _ roles: Roles) {
    let isTold = operation.isDeprecated
    let rule: MessageRule =
      isPathGone
      ? (isTold ? .apiPathRemovedWithDeprecation : .apiPathRemovedWithoutDeprecation)
      : isTold ? .apiRemovedWithDeprecation : .apiRemovedWithoutDeprecation
    var message = "the operation is gone"
    if isPathGone { message += " with its path" }
    message += isTold ? "; it was deprecated" : ", and was not deprecated before"
    if let sunset = operation.sunset { message += ", to end at \(sunset)" }
    note(
      rule, Effect.narrows.breakage(of: roles.request), message, old: operation.place.nameSpan,
      new: nil)
  }

  /// Compares what is said of an operation in both documents.
  private func compare(_ before: Operation, _ after: Operation, _ roles: Roles) {
    compareNames(before, after)
    compareLifetimes(before, after)
    compareParameters(before, after, roles)
    compareBodies(before, after, roles)
    compareResponses(before, after, roles)
    compareSecurity(before, after)
    if before.servers != nil || after.servers != nil {
      compareServers(
        before.servers ?? old.servers, after.servers ?? new.servers,
        old: before.place.nameSpan, new: after.place.nameSpan)
    }
    compareCallbacks(before, after, roles)
    if before.summary != after.summary || before.description != after.description
      || before.externalDocumentation?.written != after.externalDocumentation?.written
    {
      note(
        .documentationChanged, [], "the operation is documented differently",
        old: before.place.nameSpan, new: after.place.nameSpan)
    }
  }

  private func compareNames(_ before: Operation, _ after: Operation) {
    let spans = (
      old: before.span(of: "operationId"), new: after.span(of: "operationId")
    )
    switch (before.operationID, after.operationID) {
    case (nil, let name?):
      note(
        .apiOperationIDAdded, [], "the operation is called '\(name)' now", old: spans.old,
        new: spans.new)
    case (let name?, let other) where name != other:
      let now = other.map { "'\($0)'" } ?? "nothing"
      note(
        .apiOperationIDRemoved, [], "the operation is called \(now) now, and was '\(name)'",
        old: spans.old, new: spans.new)
    default: break
    }
    for tag in before.tags where !after.tags.contains(tag) {
      note(
        .apiTagRemoved, [], "the operation has no tag '\(tag)' any more",
        old: before.span(of: "tags"), new: after.span(of: "tags"))
    }
    for tag in after.tags where !before.tags.contains(tag) {
      note(
        .apiTagAdded, [], "the operation has the tag '\(tag)' now",
        old: before.span(of: "tags"), new: after.span(of: "tags"))
    }
  }

  private func compareLifetimes(_ before: Operation, _ after: Operation) {
    let spans = (old: before.span(of: "deprecated"), new: after.span(of: "deprecated"))
    if before.isDeprecated != after.isDeprecated {
      let isWithSunset = after.isDeprecated && after.sunset != nil
      note(
        after.isDeprecated
          ? (isWithSunset ? .endpointDeprecatedWithSunset : .endpointDeprecated)
          : .endpointReactivated,
        [],
        after.isDeprecated
          ? "the operation is deprecated now" + (after.sunset.map { ", and ends at \($0)" } ?? "")
          : "the operation is not deprecated any more", old: spans.old, new: spans.new)
    } else if after.isDeprecated, before.sunset != after.sunset {
      note(
        after.sunset == nil ? .sunsetDeleted : .apiSunsetDateChanged, [],
        after.sunset.map { "the operation ends at \($0) now" }
          ?? "it is not told any more when the operation ends",
        old: before.span(of: "x-sunset"), new: after.span(of: "x-sunset"))
    }
  }

  private func compareCallbacks(_ before: Operation, _ after: Operation, _ roles: Roles) {
    let turned = Roles(request: roles.response, response: roles.request)
    for entry in after.callbacks where before.callbacks[entry.key] == nil {
      note(
        .callbackAdded, [], "the callback '\(entry.key)' is new",
        old: before.span(of: "callbacks"), new: entry.keySpan)
    }
    for entry in before.callbacks {
      guard let other = after.callbacks[entry.key] else {
        note(
          .callbackRemoved, .clients, "the callback '\(entry.key)' is gone", old: entry.keySpan,
          new: after.span(of: "callbacks"))
        continue
      }
      let heading = "\(after.heading), callback \(entry.key)"
      compareCallback(entry.value, other, under: heading, turned)
    }
  }

  private func compareCallback(
    _ before: Callback, _ after: Callback, under heading: String, _ roles: Roles
  ) {
    let known = before.pathItems.flatMap(\.operations)
    let now = after.pathItems.flatMap(\.operations)
    for operation in now {
      let heading = "\(heading) \(operation.heading)"
      let same = known.first { OperationKey($0) == OperationKey(operation) }
      unit(.operation(heading), .operation(heading)) { [self] in
        if let same { compare(same, operation, roles) } else { noteAdded(operation, roles) }
      }
    }
    let keys = Set(now.map(OperationKey.init))
    for operation in known where !keys.contains(OperationKey(operation)) {
      let heading = "\(heading) \(operation.heading)"
      unit(.operation(heading), .operation(heading)) { [self] in
        noteRemoved(operation, withPath: false, roles)
      }
    }
  }
}

extension Operation {
  /// Who sends the requests of an operation that no other one calls back.
  fileprivate var roles: Roles {
    if case .webhook = address { .called } else { .served }
  }
}

extension Document {
  /// The operations of paths, and those of webhooks.
  var allOperations: [Operation] { operations + webhooks.flatMap(\.value.operations) }
}

extension Located {
  /// What is written there, in one form however it is laid out.
  var written: [UInt8] { DocumentWriter.write(place.node, as: .json) }

  /// The place of a field, or of the object that would have it.
  func span(of field: String) -> SourceSpan {
    place.node.member(field)?.keySpan ?? place.nameSpan
  }
}
