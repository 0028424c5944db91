import ApusCore

/// Where a schema stands that may need a type of its own.
struct Site {
  /// What the type is called, should it need a name.
  var label: Label
  /// A place that no other type has: of a type that is made of several schemas, which has no one
  /// place in the document.
  var pointer: String
  /// The schema that the types of all schemas inside it belong to; nil if these belong to nothing
  /// that is being looked at.
  var home: String?
  /// How many times alternatives were joined with what stands beside them on the way here.
  var joins = 0

  /// Where a property's value stands.
  func property(_ name: String) -> Site {
    inside("/properties/\(JSONPointer.escape(name))", .name(name))
  }

  /// Where the elements of an array stand.
  var element: Site { inside("/items", .part(of: label, "element")) }

  /// Where an element of a tuple stands.
  func element(_ index: Int, called name: String) -> Site {
    inside("/prefixItems/\(index)", .name(name))
  }

  /// Where the members of an object stand that have no names of their own.
  var value: Site { inside("/additionalProperties", .part(of: label, "value")) }

  /// Where the names of an object's members stand.
  var key: Site { inside("/propertyNames", .part(of: label, "key")) }

  /// Where an alternative stands.
  func alternative(_ index: Int, called label: Label) -> Site {
    inside("/oneOf/\(index)", label)
  }

  private func inside(_ path: String, _ label: Label) -> Site {
    Site(label: label, pointer: pointer + path, home: home, joins: joins)
  }

  /// Whether a place of the document is inside the site's home.
  func holds(_ place: String) -> Bool {
    guard let home else { return false }
    return place == home || place.hasPrefix(home + "/")
  }
}
