import Foundation
import Hummingbird

/// `POST /runs/cancel` as one writes it by hand on Hummingbird: what it decodes with `JSONDecoder`, it
/// checks by the rules that the document has.
enum HandWrittenRuns {
  enum Action: String {
    case interrupt, rollback
  }

  struct Payload: Decodable {
    enum Status: String, Decodable {
      case pending, running, all
    }

    private enum CodingKeys: String, CodingKey {
      case status
      case threadID = "thread_id"
      case runIDs = "run_ids"
    }

    let status: Status?
    let threadID: UUID?
    let runIDs: [UUID]?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      // `null` is no value of theirs.
      func value<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
        container.contains(key) ? try container.decode(Value.self, forKey: key) : nil
      }
      status = try value(.status)
      threadID = try value(.threadID)
      runIDs = try value(.runIDs)
      let branches = [status != nil, threadID != nil && runIDs != nil].count { $0 }
      guard branches == 1 else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "expected either status, or thread_id and run_ids"))
      }
    }
  }

  struct Detail: ResponseEncodable {
    let detail: String
  }

  static var router: Hummingbird.Router<BasicRequestContext> {
    let router = Hummingbird.Router()
    router.post("/runs/cancel") { request, context -> Response in
      do {
        let action = request.uri.queryParameters["action"].map { String($0) } ?? "interrupt"
        guard let action = Action(rawValue: action) else {
          return try refusal("action: expected interrupt or rollback", request, context)
        }
        let payload = try await request.decode(as: Payload.self, context: context)
        return cancel(payload, action)
      } catch let error as DecodingError {
        return try refusal("\(error)", request, context)
      } catch let error as HTTPError where error.status == .badRequest {
        return try refusal(error.body ?? "not JSON", request, context)
      }
    }
    return router
  }

  private static func cancel(_ payload: Payload, _ action: Action) -> Response {
    Response(status: .noContent)
  }

  private static func refusal(
    _ detail: String, _ request: Request, _ context: BasicRequestContext
  ) throws -> Response {
    var response = try Detail(detail: detail).response(from: request, context: context)
    response.status = .unprocessableContent
    return response
  }
}
