namespace Quire.Architecture.Tests.Sources;

/// <summary>Finds the types that a C# file declares at its top level.</summary>
internal static class TopLevelTypes
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "class", "struct", "interface", "enum", "record", "delegate" };

    /// <summary>Their names without type parameters, in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var tokens = Tokens(CSharpText.WithoutLiterals(text)).ToList();
        for (int at = 0, depth = 0; at < tokens.Count; at++)
        {
            if (tokens[at] == "namespace" && BlockOf(tokens, at) is var block and > 0)
                at = block; // its brace opens no type
            else if (tokens[at] is "{" or "(" or "[")
                depth++;
            else if (tokens[at] is "}" or ")" or "]")
                depth = Math.Max(0, depth - 1); // the closing brace of a block namespace
            else if (depth == 0 && Keywords.Contains(tokens[at]) && (at == 0 || tokens[at - 1] is not (":" or ",")))
                yield return NameAt(tokens, ref at);
        }
    }

    // `record struct Name`, `class Name`; a delegate's name stands before its parameters or type parameters.
    private static string NameAt(List<string> tokens, ref int at)
    {
        if (tokens[at] == "delegate")
        {
            while (at + 1 < tokens.Count && tokens[at + 1] is not "(")
                at++;
            return at > 1 && tokens[at] == ">" ? tokens[tokens.LastIndexOf("<", at) - 1] : tokens[at];
        }

        at += tokens[at] == "record" && tokens[at + 1] is "struct" or "class" ? 2 : 1;
        return tokens[at];
    }

    // The index of the brace of `namespace A.B {`, 0 for `namespace A.B;`.
    private static int BlockOf(List<string> tokens, int at)
    {
        while (at < tokens.Count && tokens[at] is not ("{" or ";"))
            at++;
        return at < tokens.Count && tokens[at] == "{" ? at : 0;
    }

    private static IEnumerable<string> Tokens(string code)
    {
        for (var at = 0; at < code.Length;)
        {
            var end = at;
            while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_'))
                end++;
            if (end > at)
                yield return code[at..end];
            else if (!char.IsWhiteSpace(code[at]))
                yield return code[at].ToString();
            at = Math.Max(end, at + 1);
        }
    }
}
