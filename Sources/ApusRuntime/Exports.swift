// Generated code and its users import this module alone: it brings the values, the schemas and the
// names of HTTP along.
@_exported import ApusCore
