/// What can become of the values at a place in messages. Before the name of the rule stands what place
/// that is: `request-body`, `response-property`; together these are the names of oasdiff's catalogue of
/// checks, where the change is in it.
public enum ValueRule: String, CaseIterable, Sendable {
  // Kinds and single values.
  case typeChanged = "type-changed"
  case typeCompatible = "type-compatible"
  case typeGeneralized = "type-generalized"
  case typeSpecialized = "type-specialized"
  case becameNullable = "became-nullable"
  case becameNotNullable = "became-not-nullable"
  case becameEnum = "became-enum"
  case becameNotEnum = "became-not-enum"
  case enumValueAdded = "enum-value-added"
  case enumValueRemoved = "enum-value-removed"

  // Whether there must be a value, and how it is written.
  case becameOptional = "became-optional"
  case becameRequired = "became-required"
  case removed = "removed"
  case emptyValueAllowed = "empty-value-allowed"
  case emptyValueRefused = "empty-value-refused"
  case styleChanged = "style-changed"
  case mediaTypeChanged = "media-type-changed"
  case encodingChanged = "encoding-changed"

  // Bounds.
  case maxSet = "max-set"
  case maxUnset = "max-unset"
  case maxIncreased = "max-increased"
  case maxDecreased = "max-decreased"
  case exclusiveMaxSet = "exclusive-max-set"
  case exclusiveMaxUnset = "exclusive-max-unset"
  case exclusiveMaxIncreased = "exclusive-max-increased"
  case exclusiveMaxDecreased = "exclusive-max-decreased"
  case minSet = "min-set"
  case minUnset = "min-unset"
  case minIncreased = "min-increased"
  case minDecreased = "min-decreased"
  case exclusiveMinSet = "exclusive-min-set"
  case exclusiveMinUnset = "exclusive-min-unset"
  case exclusiveMinIncreased = "exclusive-min-increased"
  case exclusiveMinDecreased = "exclusive-min-decreased"
  case maxLengthSet = "max-length-set"
  case maxLengthUnset = "max-length-unset"
  case maxLengthIncreased = "max-length-increased"
  case maxLengthDecreased = "max-length-decreased"
  case minLengthSet = "min-length-set"
  case minLengthUnset = "min-length-unset"
  case minLengthIncreased = "min-length-increased"
  case minLengthDecreased = "min-length-decreased"
  case maxItemsSet = "max-items-set"
  case maxItemsUnset = "max-items-unset"
  case maxItemsIncreased = "max-items-increased"
  case maxItemsDecreased = "max-items-decreased"
  case minItemsSet = "min-items-set"
  case minItemsUnset = "min-items-unset"
  case minItemsIncreased = "min-items-increased"
  case minItemsDecreased = "min-items-decreased"
  case maxPropertiesSet = "max-properties-set"
  case maxPropertiesUnset = "max-properties-unset"
  case maxPropertiesIncreased = "max-properties-increased"
  case maxPropertiesDecreased = "max-properties-decreased"
  case minPropertiesSet = "min-properties-set"
  case minPropertiesUnset = "min-properties-unset"
  case minPropertiesIncreased = "min-properties-increased"
  case minPropertiesDecreased = "min-properties-decreased"
  case multipleOfSet = "multiple-of-set"
  case multipleOfUnset = "multiple-of-unset"
  case multipleOfGeneralized = "multiple-of-generalized"
  case multipleOfSpecialized = "multiple-of-specialized"
  case multipleOfChanged = "multiple-of-changed"

  // Text.
  case patternAdded = "pattern-added"
  case patternChanged = "pattern-changed"
  case patternRemoved = "pattern-removed"
  case contentEncodingChanged = "content-encoding-changed"
  case contentMediaTypeChanged = "content-media-type-changed"

  // Elements and members.
  case uniqueItemsSet = "unique-items-set"
  case uniqueItemsUnset = "unique-items-unset"
  case minContainsIncreased = "min-contains-increased"
  case minContainsDecreased = "min-contains-decreased"
  case maxContainsIncreased = "max-contains-increased"
  case maxContainsDecreased = "max-contains-decreased"
  case additionalPropertiesAllowed = "additional-properties-allowed"
  case additionalPropertiesRefused = "additional-properties-refused"
  case patternPropertyAdded = "pattern-property-added"
  case patternPropertyRemoved = "pattern-property-removed"

  // Schemas for a value as a whole.
  case containsAdded = "contains-added"
  case containsRemoved = "contains-removed"
  case containsChanged = "contains-changed"
  case propertyNamesAdded = "property-names-added"
  case propertyNamesRemoved = "property-names-removed"
  case propertyNamesChanged = "property-names-changed"
  case contentSchemaAdded = "content-schema-added"
  case contentSchemaRemoved = "content-schema-removed"
  case contentSchemaChanged = "content-schema-changed"
  case notAdded = "not-added"
  case notRemoved = "not-removed"
  case notChanged = "not-changed"
  case ifAdded = "if-added"
  case ifRemoved = "if-removed"
  case ifChanged = "if-changed"
  case thenAdded = "then-added"
  case thenRemoved = "then-removed"
  case thenChanged = "then-changed"
  case elseAdded = "else-added"
  case elseRemoved = "else-removed"
  case elseChanged = "else-changed"
  case dependentRequiredAdded = "dependent-required-added"
  case dependentRequiredRemoved = "dependent-required-removed"
  case dependentRequiredChanged = "dependent-required-changed"
  case dependentSchemaAdded = "dependent-schema-added"
  case dependentSchemaRemoved = "dependent-schema-removed"
  case dependentSchemaChanged = "dependent-schema-changed"

  // Alternatives.
  case oneOfAdded = "one-of-added"
  case oneOfRemoved = "one-of-removed"
  case oneOfBecameAnyOf = "one-of-became-any-of"
  case wrappedInOneOf = "wrapped-in-one-of"
  case wrappedInOneOfOriginalPreserved = "wrapped-in-one-of-original-preserved"
  case unwrappedFromOneOf = "unwrapped-from-one-of"
  case anyOfAdded = "any-of-added"
  case anyOfRemoved = "any-of-removed"
  case anyOfBecameOneOf = "any-of-became-one-of"
  case wrappedInAnyOf = "wrapped-in-any-of"
  case wrappedInAnyOfOriginalPreserved = "wrapped-in-any-of-original-preserved"
  case unwrappedFromAnyOf = "unwrapped-from-any-of"
  case discriminatorAdded = "discriminator-added"
  case discriminatorRemoved = "discriminator-removed"
  case discriminatorPropertyNameChanged = "discriminator-property-name-changed"
  case discriminatorMappingAdded = "discriminator-mapping-added"
  case discriminatorMappingChanged = "discriminator-mapping-changed"
  case discriminatorMappingDeleted = "discriminator-mapping-deleted"

  // Annotations.
  case defaultValueAdded = "default-value-added"
  case defaultValueChanged = "default-value-changed"
  case defaultValueRemoved = "default-value-removed"
  case deprecated = "deprecated"
  case reactivated = "reactivated"
}

/// The rules about a keyword that bounds values.
struct BoundRules {
  let set, unset, increased, decreased: ValueRule

  static let max = BoundRules(
    set: .maxSet, unset: .maxUnset, increased: .maxIncreased,
    decreased: .maxDecreased)
  static let exclusiveMax = BoundRules(
    set: .exclusiveMaxSet, unset: .exclusiveMaxUnset, increased: .exclusiveMaxIncreased,
    decreased: .exclusiveMaxDecreased)
  static let min = BoundRules(
    set: .minSet, unset: .minUnset, increased: .minIncreased,
    decreased: .minDecreased)
  static let exclusiveMin = BoundRules(
    set: .exclusiveMinSet, unset: .exclusiveMinUnset, increased: .exclusiveMinIncreased,
    decreased: .exclusiveMinDecreased)
  static let maxLength = BoundRules(
    set: .maxLengthSet, unset: .maxLengthUnset, increased: .maxLengthIncreased,
    decreased: .maxLengthDecreased)
  static let minLength = BoundRules(
    set: .minLengthSet, unset: .minLengthUnset, increased: .minLengthIncreased,
    decreased: .minLengthDecreased)
  static let maxItems = BoundRules(
    set: .maxItemsSet, unset: .maxItemsUnset, increased: .maxItemsIncreased,
    decreased: .maxItemsDecreased)
  static let minItems = BoundRules(
    set: .minItemsSet, unset: .minItemsUnset, increased: .minItemsIncreased,
    decreased: .minItemsDecreased)
  static let maxProperties = BoundRules(
    set: .maxPropertiesSet, unset: .maxPropertiesUnset, increased: .maxPropertiesIncreased,
    decreased: .maxPropertiesDecreased)
  static let minProperties = BoundRules(
    set: .minPropertiesSet, unset: .minPropertiesUnset, increased: .minPropertiesIncreased,
    decreased: .minPropertiesDecreased)
}

/// The rules about a keyword that says something of a value as a whole.
struct PartRules {
  let added, removed, changed: ValueRule

  static let contains = PartRules(
    added: .containsAdded, removed: .containsRemoved, changed: .containsChanged)
  static let propertyNames = PartRules(
    added: .propertyNamesAdded, removed: .propertyNamesRemoved, changed: .propertyNamesChanged)
  static let contentSchema = PartRules(
    added: .contentSchemaAdded, removed: .contentSchemaRemoved, changed: .contentSchemaChanged)
  static let not = PartRules(
    added: .notAdded, removed: .notRemoved, changed: .notChanged)
  static let `if` = PartRules(
    added: .ifAdded, removed: .ifRemoved, changed: .ifChanged)
  static let then = PartRules(
    added: .thenAdded, removed: .thenRemoved, changed: .thenChanged)
  static let `else` = PartRules(
    added: .elseAdded, removed: .elseRemoved, changed: .elseChanged)
  static let dependentRequired = PartRules(
    added: .dependentRequiredAdded, removed: .dependentRequiredRemoved,
    changed: .dependentRequiredChanged)
  static let dependentSchema = PartRules(
    added: .dependentSchemaAdded, removed: .dependentSchemaRemoved, changed: .dependentSchemaChanged
  )
}

/// The rules about alternatives, of which a value matches one or several.
struct ChoiceRules {
  let added, removed, becameOther, wrapped, wrappedAndPreserved, unwrapped: ValueRule

  static let oneOf = ChoiceRules(
    added: .oneOfAdded, removed: .oneOfRemoved,
    becameOther: .oneOfBecameAnyOf, wrapped: .wrappedInOneOf,
    wrappedAndPreserved: .wrappedInOneOfOriginalPreserved,
    unwrapped: .unwrappedFromOneOf)
  static let anyOf = ChoiceRules(
    added: .anyOfAdded, removed: .anyOfRemoved,
    becameOther: .anyOfBecameOneOf, wrapped: .wrappedInAnyOf,
    wrappedAndPreserved: .wrappedInAnyOfOriginalPreserved,
    unwrapped: .unwrappedFromAnyOf)
}
