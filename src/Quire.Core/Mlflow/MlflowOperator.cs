namespace Quire.Core.Mlflow;

/// <summary>How a condition compares.</summary>
public enum MlflowOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>LIKE</c>: <c>%</c> is any text, <c>_</c> any character.</summary>
    Like,

    /// <summary><c>ILIKE</c>: the same, whatever the case.</summary>
    LikeAnyCase,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,
}
