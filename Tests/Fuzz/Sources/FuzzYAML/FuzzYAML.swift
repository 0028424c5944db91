import Fuzzing

@main struct FuzzYAML {
  static func main() {
    fuzz { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      for name in ["a.yaml", "a.md", "a"] { check(bytes, as: name) }
      return 0
    }
  }
}
