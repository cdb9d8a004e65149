using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads the messages of a Prompty file. The product renders the text and looks for lines such as <c>user:</c> then; here a loop that writes a role
/// and a content, and a thread that stands alone on its line, become placeholders, and no other block goes over several messages.
/// </summary>
/// <param name="dialect">The dialect of the text.</param>
/// <param name="threads">The inputs that are threads of messages.</param>
internal sealed class PromptyMessages(Dialect dialect, IReadOnlySet<string> threads)
{
    private const int LoopLines = 4, MaxThread = 200;
    private static readonly string[] Roles = ["system", "user", "assistant", "developer", "tool", "function"];
    private readonly List<LangfuseMessage> _messages = [];
    private readonly Dictionary<string, string> _attributes = [];
    private readonly StringBuilder _text = new();

    // Null behind a placeholder, where a text has no role.
    private string? _role = "system";

    /// <summary>What stands in brackets behind roles (<c>user[name="Ada"]:</c>), by the number of the message; null for nothing.</summary>
    public JsonElement? Attributes => _attributes.Count == 0 ? null : JsonSerializer.SerializeToElement(_attributes);

    /// <summary>Whether a line begins a message.</summary>
    public static bool HasRoles(string body) => body.Split('\n').Any(line => RoleOf(line) is not null);

    /// <summary>The messages.</summary>
    /// <exception cref="ItemRefusedException">There is no text, or a block goes over several messages.</exception>
    public IReadOnlyList<LangfuseMessage> Read(string body)
    {
        var lines = body.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (HistoryAt(lines, ref at) is { } history)
                Place(history);
            else if (RoleOf(lines[at]) is var (role, attributes))
                Begin(role, attributes);
            else
                _text.Append(lines[at]).Append('\n');
        }
        Close();
        if (_messages.Count == 0)
            throw new ItemRefusedException("it holds no text.", "Write the text below the settings.");
        CheckBlocks(body);
        return _messages;
    }

    private void Begin(string role, string attributes)
    {
        Close();
        _role = role;
        if (attributes.Length > 0)
            _attributes[(_messages.Count + 1).ToString(CultureInfo.InvariantCulture)] = attributes;
    }

    private void Place(string name)
    {
        Close();
        _messages.Add(new LangfuseMessage(null, null, name));
        _role = null;
    }

    private void Close()
    {
        var content = _text.ToString();
        _text.Clear();
        var from = 0;
        while (NextThread(content, from) is var (start, end, name))
        {
            Add(content[from..start]);
            _messages.Add(new LangfuseMessage(null, null, name));
            from = end;
        }
        Add(content[from..]);
    }

    private void Add(string text)
    {
        var content = text.Trim('\n', ' ', '\t');
        if (content.Length > 0)
            _messages.Add(new LangfuseMessage(_role ?? throw new ItemRefusedException("a text follows the history without a line that names its role.", "Begin it with a line such as 'user:'."), content, null));
    }

    // A thread takes a message apart, whose pieces keep its role.
    private (int Start, int End, string Name)? NextThread(string content, int from)
    {
        for (var at = content.IndexOf("{{", from, StringComparison.Ordinal); at >= 0 && threads.Count > 0; at = content.IndexOf("{{", at + 1, StringComparison.Ordinal))
        {
            var length = content.AsSpan(at, Math.Min(content.Length - at, MaxThread)).IndexOf("}}");
            if (length > 0 && content.Substring(at + 2, length - 2).Trim() is var name && threads.Contains(name))
                return (at, at + length + 2, name);
        }
        return null;
    }

    private void CheckBlocks(string body)
    {
        if (dialect == Dialect.Jinja && _messages.Count > 1 && !_messages.TrueForAll(message => message.Content is null || Parses(message.Content)) && Parses(body))
        {
            throw new ItemRefusedException(
                "a block of the template goes over several messages.",
                "Write a history as {% for m in history %}, {{m.role}}:, {{m.content}}, {% endfor %} on a line each, which becomes a placeholder, and other blocks inside one message.");
        }
    }

    private bool Parses(string text) => Template.Parse(text, new TemplateOptions { Dialect = dialect }).Template is not null;

    // {% for m in history %}, {{m.role}}:, {{m.content}}, {% endfor %}: what the product's own examples write for the messages so far.
    private string? HistoryAt(string[] lines, ref int at)
    {
        if (dialect != Dialect.Jinja || Inside(lines[at], "{%", "%}")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["for", var item, "in", var list] || !IsName(list))
            return null;
        var next = Enumerable.Range(at, lines.Length - at).Where(line => lines[line].AsSpan().Trim().Length > 0).Take(LoopLines).ToArray();
        if (next.Length < LoopLines || !IsMember(lines[next[1]].Trim().TrimStart('#').TrimEnd(':'), item, "role") || !lines[next[1]].TrimEnd().EndsWith(':')
            || !IsMember(lines[next[2]], item, "content") || Inside(lines[next[3]], "{%", "%}") != "endfor")
            return null;
        at = next[3];
        return list;
    }

    private static bool IsMember(string text, string item, string member) =>
        Inside(text, "{{", "}}") is { } path && (path == $"{item}.{member}" || path == $"{item}['{member}']" || path == $"{item}[\"{member}\"]");

    private static string? Inside(string line, string open, string close)
    {
        var text = line.Trim();
        return text.Length > open.Length + close.Length && text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal)
            ? text[open.Length..^close.Length].Trim('-').Trim()
            : null;
    }

    private static bool IsName(string text) => text.All(letter => char.IsLetterOrDigit(letter) || letter == '_');

    private static (string Role, string Attributes)? RoleOf(string line)
    {
        var word = line.AsSpan().Trim().TrimStart('#').Trim();
        if (word.Length == 0 || word[^1] != ':')
            return null;
        word = word[..^1].TrimEnd();
        var bracket = word.IndexOf('[');
        if (bracket > 0 && word[^1] != ']')
            return null;
        var name = bracket > 0 ? word[..bracket].TrimEnd() : word;
        foreach (var role in Roles)
        {
            if (name.Equals(role, StringComparison.OrdinalIgnoreCase))
                return (role, bracket > 0 ? word[(bracket + 1)..^1].Trim().ToString() : "");
        }
        return null;
    }
}
