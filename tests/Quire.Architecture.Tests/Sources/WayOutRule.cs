using System.Text.RegularExpressions;

namespace Quire.Architecture.Tests.Sources;

/// <summary>Nothing opens a connection but the guarded way out; Allowed/connections.txt lists the exceptions with their reasons.</summary>
internal static partial class WayOutRule
{
    public static bool Applies(string path) => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal);

    public static IEnumerable<string> Check(string path, string text, AllowList allowed)
    {
        if (!allowed.Allows(path) && Opening().Match(CSharpText.WithoutLiterals(text)) is { Success: true } found)
            yield return $"{path} uses {found.Value}: send through IOutbound, or list it in Allowed/connections.txt with the reason";
    }

    [GeneratedRegex(@"\b(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler|WebRequest|WebClient|ClientWebSocket|TcpClient|UdpClient|Socket)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();
}
