using Quire.Cli.Terminal;
using Quire.Templating;

namespace Quire.Cli.Rendering;

/// <summary>Dialects by name, and by the ending of a file.</summary>
internal static class Dialects
{
    /// <summary>The names, as people write them.</summary>
    public const string Names = "jinja, liquid, mustache, variables, text";

    /// <summary>The dialect of that name.</summary>
    public static bool TryParse(string? name, out Dialect dialect)
    {
        (var known, dialect) = name switch
        {
            "jinja" => (true, Dialect.Jinja),
            "liquid" => (true, Dialect.Liquid),
            "mustache" => (true, Dialect.Mustache),
            "variables" => (true, Dialect.Variables),
            "text" => (true, Dialect.Text),
            _ => (false, Dialect.Jinja),
        };
        return known;
    }

    /// <summary>The dialect that the call names; else the one of the file's ending, else jinja.</summary>
    public static Dialect Of(string? name, string? file) =>
        name is null ? OfFile(file)
        : TryParse(name, out var dialect) ? dialect
        : throw CliErrors.WrongCall($"'{name}' is no dialect.", $"Dialects are {Names}.");

    private static Dialect OfFile(string? file) => Path.GetExtension(file) switch
    {
        ".liquid" => Dialect.Liquid,
        ".mustache" => Dialect.Mustache,
        _ => Dialect.Jinja,
    };
}
