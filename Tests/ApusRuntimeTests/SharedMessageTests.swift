import ApusRuntime
import Pets
import Testing

@Suite("Messages that operations share, between client and server", .timeLimit(.minutes(1)))
struct SharedMessageTests {
  /// Answers the requests of `Tests/Golden/shared`.
  private struct Service: API {
    func listPets(limit: Int?, sort: Sort?) async throws(ListPets.Failure) -> ListPets.OK {
      switch limit {
      case 1:
        throw .unauthorized(.init(body: UnauthorizedBody(hint: "log in"), wwwAuthenticate: "B"))
      case 2: throw .notFound(.init(body: NotFound(path: "/pets"), xReason: .gone))
      case 3: throw .tooManyRequests(.init(retryAfter: 9))
      default: return ListPets.OK(body: [Pet(name: "Rex")], xTotal: 1)
      }
    }

    func countPets() async throws(CountPets.Failure) -> CountPets.OK { throw .notFound(.init()) }

    func addPet(
      _ body: Requests.PetContent?, limit: Int?
    ) async throws(AddPet.Failure) {
      guard case .form(let pet) = body, pet.name == "Tim" else {
        throw .tooManyRequests(.init(retryAfter: 1))
      }
    }

    func replacePet(
      _ body: Requests.PetContent?
    ) async throws(ReplacePet.Failure) -> Responses.ReportContent {
      switch body {
      case .json(let pet): .json(pet)
      case .form(let pet): .text(pet.name)
      case nil: .text("nothing")
      }
    }

    func addPhoto(
      _ body: Requests.PhotoParts
    ) async throws(AddPhoto.Failure) -> Responses.ReportContent { .text(body.note ?? "") }

    func changePhoto(_ body: Requests.PhotoParts) async throws(ChangePhoto.Failure) {
      throw .clientError(
        status: 418, .init(body: UnauthorizedBody(hint: "tea"), wwwAuthenticate: "Pot"))
    }
  }

  private let api: APIClient = {
    var router = Router()
    router.serve(Service())
    return APIClient(Client(transport: router))
  }()

  @Test("responses with header fields are one type for all operations")
  func responses() async throws {
    #expect(try await api.listPets().xTotal == 1)
    await #expect { try await api.listPets(limit: 1) } throws: { error in
      guard case ListPets.Failure.unauthorized(let response) = error else { return false }
      let shared: Responses.Unauthorized = response
      return shared.body.hint == "log in" && shared.wwwAuthenticate == "B"
    }
    await #expect { try await api.listPets(limit: 2) } throws: { error in
      guard case ListPets.Failure.notFound(let response) = error else { return false }
      let shared: Responses.NotFoundResponse = response
      return shared.body.path == "/pets" && shared.xReason == .gone
    }
    await #expect { try await api.listPets(limit: 3) } throws: { error in
      guard case ListPets.Failure.tooManyRequests(let response) = error else { return false }
      let shared: Responses.TooMany = response
      return shared.retryAfter == 9
    }
    await #expect { try await api.changePhoto(.init(image: FilePart([1]))) } throws: { error in
      guard case ChangePhoto.Failure.clientError(418, let response) = error else { return false }
      return response.wwwAuthenticate == "Pot"
    }
  }

  @Test("a response that has no content is the operation's own")
  func withoutContent() async throws {
    await #expect { try await api.countPets() } throws: { error in
      if case CountPets.Failure.notFound = error { true } else { false }
    }
  }

  @Test("requests in several media types, and of several parts, are one type for all operations")
  func requests() async throws {
    try await api.addPet(.form(Pet(name: "Tim")))
    await #expect(throws: AddPet.Failure.self) { try await api.addPet(.json(Pet(name: "Tim"))) }
    guard case .json(let pet) = try await api.replacePet(.json(Pet(name: "Tim", legs: 3))) else {
      Issue.record("JSON becomes JSON")
      return
    }
    #expect(pet.legs == 3 && pet.kind == .pet)
    guard case .text("nothing") = try await api.replacePet() else {
      Issue.record("nothing becomes text")
      return
    }
    let parts = Requests.PhotoParts(image: FilePart([1]), note: "n")
    guard case .text("n") = try await api.addPhoto(parts) else {
      Issue.record("the note comes back")
      return
    }
  }
}
