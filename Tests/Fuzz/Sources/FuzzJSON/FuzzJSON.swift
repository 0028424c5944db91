import Fuzzing

@main struct FuzzJSON {
  static func main() {
    fuzz { start, count in
      check(Array(UnsafeBufferPointer(start: start, count: count)), as: "a.json")
      return 0
    }
  }
}
