/// What can become of operations and of what their messages are made of. The names are those of oasdiff's
/// catalogue of checks, where the change is in it.
public enum MessageRule: String, CaseIterable, Sendable {
  // The document.
  case apiVersionChanged = "api-version-changed"
  case openAPIVersionChanged = "openapi-version-changed"
  case documentationChanged = "documentation-changed"
  case tagAdded = "tag-added"
  case tagRemoved = "tag-removed"
  case comparisonIncomplete = "comparison-incomplete"

  // Servers.
  case apiServerAdded = "api-server-added"
  case apiServerRemoved = "api-server-removed"
  case apiServerVariableDefaultChanged = "api-server-variable-default-changed"
  case apiServerVariableValueAdded = "api-server-variable-value-added"
  case apiServerVariableValueRemoved = "api-server-variable-value-removed"

  // Schemas that are kept for reuse.
  case apiSchemaAdded = "api-schema-added"
  case apiSchemaRemoved = "api-schema-removed"
  case apiSchemaRenamed = "api-schema-renamed"

  // Operations.
  case endpointAdded = "endpoint-added"
  case endpointDeprecated = "endpoint-deprecated"
  case endpointDeprecatedWithSunset = "endpoint-deprecated-with-sunset"
  case endpointReactivated = "endpoint-reactivated"
  case sunsetDeleted = "sunset-deleted"
  case apiSunsetDateChanged = "api-sunset-date-changed"
  case apiPathRemovedWithDeprecation = "api-path-removed-with-deprecation"
  case apiPathRemovedWithoutDeprecation = "api-path-removed-without-deprecation"
  case apiRemovedWithDeprecation = "api-removed-with-deprecation"
  case apiRemovedWithoutDeprecation = "api-removed-without-deprecation"
  case apiOperationIDAdded = "api-operation-id-added"
  case apiOperationIDRemoved = "api-operation-id-removed"
  case apiTagAdded = "api-tag-added"
  case apiTagRemoved = "api-tag-removed"
  case callbackAdded = "callback-added"
  case callbackRemoved = "callback-removed"

  // What requests must show.
  case apiSecurityAdded = "api-security-added"
  case apiSecurityRemoved = "api-security-removed"
  case apiSecurityScopeAdded = "api-security-scope-added"
  case apiSecurityScopeRemoved = "api-security-scope-removed"
  case apiGlobalSecurityAdded = "api-global-security-added"
  case apiGlobalSecurityRemoved = "api-global-security-removed"
  case apiGlobalSecurityScopeAdded = "api-global-security-scope-added"
  case apiGlobalSecurityScopeRemoved = "api-global-security-scope-removed"

  // Security schemes.
  case apiSecurityComponentAdded = "api-security-component-added"
  case apiSecurityComponentRemoved = "api-security-component-removed"
  case apiSecurityComponentChanged = "api-security-component-changed"
  case apiSecurityComponentTypeChanged = "api-security-component-type-changed"
  case apiSecurityComponentOAuthFlowAdded = "api-security-component-oauth-flow-added"
  case apiSecurityComponentOAuthFlowRemoved = "api-security-component-oauth-flow-removed"
  case apiSecurityComponentOAuthScopeAdded = "api-security-component-oauth-scope-added"
  case apiSecurityComponentOAuthScopeRemoved = "api-security-component-oauth-scope-removed"
  case apiSecurityComponentOAuthURLChanged = "api-security-component-oauth-url-changed"
  case apiSecurityComponentOAuthTokenURLChanged = "api-security-component-oauth-token-url-changed"

  // Parameters.
  case newOptionalRequestParameter = "new-optional-request-parameter"
  case newRequiredRequestParameter = "new-required-request-parameter"
  case requestParameterRemoved = "request-parameter-removed"
  case requestParameterRemovedWithDeprecation = "request-parameter-removed-with-deprecation"
  case requestParameterRenamed = "request-parameter-renamed"

  // Header fields of parts of requests.
  case newOptionalRequestHeader = "new-optional-request-header"
  case newRequiredRequestHeader = "new-required-request-header"

  // Bodies.
  case requestBodyAddedOptional = "request-body-added-optional"
  case requestBodyAddedRequired = "request-body-added-required"
  case requestBodyRemoved = "request-body-removed"
  case requestBodyMediaTypeAdded = "request-body-media-type-added"
  case requestBodyMediaTypeRemoved = "request-body-media-type-removed"
  case responseMediaTypeAdded = "response-media-type-added"
  case responseMediaTypeRemoved = "response-media-type-removed"

  // Responses.
  case responseSuccessStatusAdded = "response-success-status-added"
  case responseSuccessStatusRemoved = "response-success-status-removed"
  case responseNonSuccessStatusAdded = "response-non-success-status-added"
  case responseNonSuccessStatusRemoved = "response-non-success-status-removed"
  case responseLinkAdded = "response-link-added"
  case responseLinkChanged = "response-link-changed"
  case responseLinkRemoved = "response-link-removed"
  case responseHeaderAdded = "response-header-added"
  case optionalResponseHeaderRemoved = "optional-response-header-removed"
  case requiredResponseHeaderRemoved = "required-response-header-removed"

  // Members of objects.
  case newOptionalRequestProperty = "new-optional-request-property"
  case newRequiredRequestProperty = "new-required-request-property"
  case responseOptionalPropertyAdded = "response-optional-property-added"
  case responseOptionalPropertyRemoved = "response-optional-property-removed"
  case responseRequiredPropertyAdded = "response-required-property-added"
  case responseRequiredPropertyRemoved = "response-required-property-removed"
  case requestOptionalPropertyBecameReadOnly = "request-optional-property-became-read-only"
  case requestOptionalPropertyBecameNotReadOnly = "request-optional-property-became-not-read-only"
  case requestOptionalPropertyBecameWriteOnly = "request-optional-property-became-write-only"
  case requestOptionalPropertyBecameNotWriteOnly = "request-optional-property-became-not-write-only"
  case requestRequiredPropertyBecameReadOnly = "request-required-property-became-read-only"
  case requestRequiredPropertyBecameNotReadOnly = "request-required-property-became-not-read-only"
  case requestRequiredPropertyBecameWriteOnly = "request-required-property-became-write-only"
  case requestRequiredPropertyBecameNotWriteOnly = "request-required-property-became-not-write-only"
  case responseOptionalPropertyBecameReadOnly = "response-optional-property-became-read-only"
  case responseOptionalPropertyBecameNotReadOnly = "response-optional-property-became-not-read-only"
  case responseOptionalPropertyBecameWriteOnly = "response-optional-property-became-write-only"
  case responseOptionalPropertyBecameNotWriteOnly =
    "response-optional-property-became-not-write-only"
  case responseRequiredPropertyBecameReadOnly = "response-required-property-became-read-only"
  case responseRequiredPropertyBecameNotReadOnly = "response-required-property-became-not-read-only"
  case responseRequiredPropertyBecameWriteOnly = "response-required-property-became-write-only"
  case responseRequiredPropertyBecameNotWriteOnly =
    "response-required-property-became-not-write-only"
}

/// The rules about properties that only go one way.
struct DirectionRules {
  let requiredBecame, requiredBecameNot, optionalBecame, optionalBecameNot: MessageRule

  static let requestReadOnly = DirectionRules(
    requiredBecame: .requestRequiredPropertyBecameReadOnly,
    requiredBecameNot: .requestRequiredPropertyBecameNotReadOnly,
    optionalBecame: .requestOptionalPropertyBecameReadOnly,
    optionalBecameNot: .requestOptionalPropertyBecameNotReadOnly)
  static let requestWriteOnly = DirectionRules(
    requiredBecame: .requestRequiredPropertyBecameWriteOnly,
    requiredBecameNot: .requestRequiredPropertyBecameNotWriteOnly,
    optionalBecame: .requestOptionalPropertyBecameWriteOnly,
    optionalBecameNot: .requestOptionalPropertyBecameNotWriteOnly)
  static let responseReadOnly = DirectionRules(
    requiredBecame: .responseRequiredPropertyBecameReadOnly,
    requiredBecameNot: .responseRequiredPropertyBecameNotReadOnly,
    optionalBecame: .responseOptionalPropertyBecameReadOnly,
    optionalBecameNot: .responseOptionalPropertyBecameNotReadOnly)
  static let responseWriteOnly = DirectionRules(
    requiredBecame: .responseRequiredPropertyBecameWriteOnly,
    requiredBecameNot: .responseRequiredPropertyBecameNotWriteOnly,
    optionalBecame: .responseOptionalPropertyBecameWriteOnly,
    optionalBecameNot: .responseOptionalPropertyBecameNotWriteOnly)
}
