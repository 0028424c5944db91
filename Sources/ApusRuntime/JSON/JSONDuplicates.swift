/// Marks the members of an object whose name an earlier one has, and stops counting them, so that everything
/// that reads the object afterwards agrees on which members it has.
///
/// RFC 8259, section 4, leaves open what equal names mean; here the first member counts, as for `JSONDecoder`.
func markDuplicates(in object: UnsafeMutablePointer<JSONNode>, text: UnsafePointer<UInt8>) {
  guard object.pointee.length > 1 else { return }
  var names = Set<JSONStringView>(minimumCapacity: Int(object.pointee.length))
  var duplicates: UInt32 = 0
  var node = object + 1
  for _ in 0..<object.pointee.length {
    let name = JSONStringView(node: UnsafePointer(node), text: text)
    if !names.insert(name).inserted {
      node.pointee.flags.insert(.duplicate)
      duplicates += 1
    }
    node += 1 + Int(node[1].next)
  }
  object.pointee.length -= duplicates
}
