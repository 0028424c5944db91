import ApusRuntime

struct Changing: ChangingAPI {
  func optionalParameter() async throws(OptionalParameter.Failure) {}
}
