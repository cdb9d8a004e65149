namespace Quire.Composition.Rendering;

/// <summary>What can write a span.</summary>
public enum OriginKind
{
    /// <summary>The base prompt.</summary>
    Base,

    /// <summary>A contribution of a layer.</summary>
    Layer,

    /// <summary>The user's text.</summary>
    User,

    /// <summary>Messages that the request gives to placeholders.</summary>
    Request,

    /// <summary>The fence around user text.</summary>
    Fence,
}
