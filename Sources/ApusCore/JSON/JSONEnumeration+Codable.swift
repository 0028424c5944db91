// The standard library has coding of its own for each type of raw value. These are more specific, and so are
// chosen; without them the compiler, given two equals, would take neither and encode the name of the case.

extension JSONEnumeration where RawValue == String {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Bool {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Double {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Float {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Int {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Int8 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Int16 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Int32 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == Int64 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == UInt {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == UInt8 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == UInt16 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == UInt32 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}

extension JSONEnumeration where RawValue == UInt64 {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }
  public func encode(to encoder: any Encoder) throws { try replay(to: encoder) }
}
