namespace Quire.Cli.Import;

/// <summary>What is sent to be imported.</summary>
/// <param name="Route">The route below the project, without its query.</param>
/// <param name="Query">What the route is told, beside what every import is told.</param>
/// <param name="From">What it comes from, for the message of the commit.</param>
/// <param name="Body">Makes the body.</param>
internal sealed record ImportUpload(string Route, IReadOnlyDictionary<string, string?> Query, string From, Func<HttpContent> Body);
