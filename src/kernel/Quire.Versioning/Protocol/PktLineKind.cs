namespace Quire.Versioning.Protocol;

/// <summary>What a pkt-line is.</summary>
public enum PktLineKind
{
    /// <summary>Data.</summary>
    Data,

    /// <summary><c>0000</c>: the end of a message.</summary>
    Flush,

    /// <summary><c>0001</c>: the end of a section.</summary>
    Delimiter,

    /// <summary><c>0002</c>: the end of a response of a stateless connection.</summary>
    ResponseEnd,
}
