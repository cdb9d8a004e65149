namespace Quire.Templating;

/// <summary>How printed values are escaped.</summary>
public enum EscapeMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The five characters of HTML.</summary>
    Html,
}
