import ApusRuntime

func name(_ value: ClosedChoice) -> String {
  switch value {
  case .a: "a"
  case .b: "b"
  }
}
