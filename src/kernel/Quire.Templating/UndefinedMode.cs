namespace Quire.Templating;

/// <summary>What a name that nobody defined does.</summary>
public enum UndefinedMode
{
    /// <summary>Prints nothing, is false and empty; any other use is an error.</summary>
    Default,

    /// <summary>Every use but a test for definedness is an error.</summary>
    Strict,

    /// <summary>As <see cref="Default"/>, and its attributes and items are undefined too.</summary>
    Chainable,

    /// <summary>As <see cref="Default"/>, but prints itself as <c>{{ name }}</c>.</summary>
    Debug,
}
