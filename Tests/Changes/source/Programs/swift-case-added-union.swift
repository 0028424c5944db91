import ApusRuntime

func name(_ value: UnionChoice) -> String {
  switch value {
  case .string: "text"
  case .integer: "number"
  }
}
