import ApusRuntime

/// How many lives the animals of both documents have together.
public func lives(dog: Dogs.Pet) -> Int {
  let cat = Cats.Pet(name: "Tom")
  return Int(cat.lives) + dog.name.count - 2
}
