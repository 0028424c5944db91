import ApusRuntime
import Messages
import Synchronization

/// Answers the requests of `Tests/Golden/messages` for the tests: does what it is told, and nothing
/// unless it is told.
struct MessagesService: API {
  var uploading: @Sendable (Upload.RequestParts) async throws -> Void = { _ in }
  var both: @Sendable (PostBoth.RequestContent?) async throws -> PostBoth.OKParts = { _ in
    PostBoth.OKParts(meta: Meta(author: "a"))
  }
  var files: @Sendable (ValueStream<FilePart>) async throws -> ValueStream<Meta> = { _ in [] }
  var images: @Sendable (ValueStream<FilePart>) async throws -> PostImages.Success = { _ in
    .ok([])
  }
  var items: @Sendable (ValueStream<PostItems.RequestBody>) async throws -> Void = { _ in }
  var odd: @Sendable (PostOdd.RequestParts) async throws -> Void = { _ in }
  var report: @Sendable () async throws -> GetReport.OKContent = { .json(Meta(author: "a")) }
  var events: @Sendable () async throws -> ValueStream<ServerSentEvent<Meta>> = { [] }

  func upload(_ body: Upload.RequestParts) async throws(Upload.Failure) {
    try await Upload.Failure.wrapping { try await uploading(body) }
  }

  func postBoth(
    _ body: PostBoth.RequestContent?
  ) async throws(PostBoth.Failure) -> PostBoth.OKParts {
    try await PostBoth.Failure.wrapping { try await both(body) }
  }

  func postFiles(
    _ body: ValueStream<FilePart>
  ) async throws(PostFiles.Failure) -> ValueStream<Meta> {
    try await PostFiles.Failure.wrapping { try await files(body) }
  }

  func postImages(
    _ body: ValueStream<FilePart>
  ) async throws(PostImages.Failure) -> PostImages.Success {
    try await PostImages.Failure.wrapping { try await images(body) }
  }

  func postItems(_ body: ValueStream<PostItems.RequestBody>) async throws(PostItems.Failure) {
    try await PostItems.Failure.wrapping { try await items(body) }
  }

  func postOdd(_ body: PostOdd.RequestParts) async throws(PostOdd.Failure) {
    try await PostOdd.Failure.wrapping { try await odd(body) }
  }

  func getReport() async throws(GetReport.Failure) -> GetReport.OKContent {
    try await GetReport.Failure.wrapping { try await report() }
  }

  func deleteReport() async throws(DeleteReport.Failure) -> DeleteReport.Success { .noContent }

  func getEvents() async throws(GetEvents.Failure) -> ValueStream<ServerSentEvent<Meta>> {
    try await GetEvents.Failure.wrapping { try await events() }
  }

  func postEvents() async throws(PostEvents.Failure) {}

  func putEvents() async throws(PutEvents.Failure) {}
}

extension Router {
  /// A router that serves only the service.
  init(serving service: MessagesService, settings: RouterSettings = RouterSettings()) {
    self.init(settings: settings)
    serve(service)
  }
}

/// Remembers a value for a test.
final class Kept<Value: Sendable>: Sendable {
  private let kept = Mutex<[Value]>([])

  func keep(_ value: Value) { kept.withLock { $0.append(value) } }

  var all: [Value] { kept.withLock { $0 } }
}

/// A transport that answers by a function.
struct Answering: Transport {
  let answer: @Sendable (Request) async throws -> Response

  func send(_ request: Request) async throws -> Response { try await answer(request) }
}
