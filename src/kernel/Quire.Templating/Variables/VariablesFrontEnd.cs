using Quire.Templating.Execution;
using Quire.Templating.Parameters;

namespace Quire.Templating.Variables;

/// <summary>
/// Mustache's minimal form, which prompts of Langfuse and MLflow are written in: <c>{{ name }}</c> is replaced, everything else, an unknown
/// name included, stays as it is. A name is one word or a dotted path.
/// </summary>
internal static class VariablesFrontEnd
{
    public static TemplateProgram Parse(string source, TemplateOptions options, TemplateDetails details)
    {
        var parts = new List<VariablesPart>();
        var uses = new Dictionary<string, List<ParameterUse>>(StringComparer.Ordinal);
        var order = new List<string>();
        var from = 0;
        var line = 1;
        var lineStart = 0;
        var counted = 0;
        for (var at = source.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = source.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var end = NameEnd(source, at + 2, out var name);
            if (end < 0)
            {
                at++;
                if (at >= source.Length) break;
                continue;
            }
            if (at > from) parts.Add(new VariablesPart(source[from..at], null));
            parts.Add(new VariablesPart(source[at..end], name));
            CountLines(source, ref counted, at, ref line, ref lineStart);
            var root = name!.Split('.')[0];
            if (!uses.TryGetValue(root, out var places))
            {
                uses[root] = places = [];
                order.Add(root);
            }
            places.Add(new ParameterUse(line + options.BaseLine - 1, at - lineStart + 1 + (line == 1 ? options.BaseColumn - 1 : 0)));
            from = at = end;
        }
        if (from < source.Length) parts.Add(new VariablesPart(source[from..], null));
        details.Parameters = [.. order.Select(n => new Parameter { Name = n, Uses = uses[n], InferredType = ParameterType.String, Required = true })];
        return new VariablesProgram([.. parts]);
    }

    private static void CountLines(string source, ref int counted, int to, ref int line, ref int lineStart)
    {
        for (; counted < to; counted++)
        {
            if (source[counted] != '\n' && (source[counted] != '\r' || (counted + 1 < source.Length && source[counted + 1] == '\n'))) continue;
            line++;
            lineStart = counted + 1;
        }
    }

    /// <summary>The end of <c>name }}</c>; -1 where that is not what stands here.</summary>
    private static int NameEnd(string source, int i, out string? name)
    {
        name = null;
        while (i < source.Length && source[i] is ' ' or '\t') i++;
        var start = i;
        while (i < source.Length && (char.IsLetterOrDigit(source[i]) || source[i] is '_' or '.' or '-')) i++;
        var end = i;
        while (i < source.Length && source[i] is ' ' or '\t') i++;
        if (end == start || source[start] == '.' || source[end - 1] == '.' || i + 1 >= source.Length || source[i] != '}' || source[i + 1] != '}') return -1;
        name = source[start..end];
        return i + 2;
    }
}
