import ApusRuntime

struct Growing: GrowingAPI {
  func oldOperation() async throws(OldOperation.Failure) {}
}
