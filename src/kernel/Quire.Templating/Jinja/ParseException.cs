namespace Quire.Templating.Jinja;

/// <summary>Leaves the parser at an error; caught where reading can go on. Never leaves the library.</summary>
internal sealed class ParseException(string code, string message, int line, int position, string? hint = null) : Exception(message)
{
    public string Code => code;

    public int Line => line;

    public int Position => position;

    public string? Hint => hint;
}
