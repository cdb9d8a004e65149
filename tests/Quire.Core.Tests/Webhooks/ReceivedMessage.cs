using System.Text.Json;

namespace Quire.Core.Tests.Webhooks;

/// <summary>A message as it came.</summary>
internal sealed record ReceivedMessage(Uri Url, string Id, long Timestamp, string Signature, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>What it tells of, in short: <c>a 2</c>, <c>a production 1</c>, <c>main</c>.</summary>
    public string Told => Type switch
    {
        "version.created" => $"{Data.GetProperty("prompt").GetString()} {Data.GetProperty("version")}",
        "alias.moved" => $"{Data.GetProperty("prompt").GetString()} {Data.GetProperty("alias").GetString()} {Data.GetProperty("version")}",
        "branch.merged" => Data.GetProperty("branch").GetString()!,
        _ => Type,
    };
}
