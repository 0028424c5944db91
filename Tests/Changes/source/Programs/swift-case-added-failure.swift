import ApusRuntime

func name(_ value: NewFailure.Failure) -> String {
  switch value {
  case .notFound: "none"
  case .undocumented: "other"
  case .unexpected: "broken"
  }
}
