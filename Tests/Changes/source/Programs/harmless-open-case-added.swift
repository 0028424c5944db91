import ApusRuntime

func name(_ value: OpenChoice) -> String {
  switch value {
  case .a: "a"
  case .b: "b"
  default: "another"
  }
}
