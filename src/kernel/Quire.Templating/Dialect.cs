namespace Quire.Templating;

/// <summary>The language a template is written in.</summary>
public enum Dialect
{
    /// <summary>Jinja2 3.1, the default of a prompt file.</summary>
    Jinja,

    /// <summary>Liquid, as the golden-liquid suite defines it.</summary>
    Liquid,

    /// <summary>Mustache with partials, inheritance and dynamic names; without lambdas.</summary>
    Mustache,

    /// <summary>Only <c>{{ name }}</c> is replaced, everything else stays as it is.</summary>
    Variables,

    /// <summary>No template language: the text is its own rendering.</summary>
    Text,
}
