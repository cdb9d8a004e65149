using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Import;

/// <summary>What an import did.</summary>
/// <param name="Files">How many files it looked at.</param>
/// <param name="Sent">How many were new or different.</param>
/// <param name="Answer">What the server said of the commit; undefined where none was needed.</param>
internal sealed record ImportReport(int Files, int Sent, JsonElement Answer)
{
    private bool Changed => Answer.ValueKind == JsonValueKind.Object && Answer.GetProperty("changed").GetBoolean();

    /// <summary>Prints it.</summary>
    public void Print(CliContext cli, bool json)
    {
        if (json)
            cli.WriteJson(Write);
        else if (Changed)
            cli.WriteLine($"{Counted(Files, "file")} read, {Sent} changed, {Counted(Answer.Items("issued").Count(), "new version")}, commit {Answer.Text("head")}");
        else
            cli.WriteLine($"{Counted(Files, "file")} read, nothing changed");
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("files", Files);
        writer.WriteNumber("sent", Sent);
        writer.WriteBoolean("changed", Changed);
        writer.WriteString("commit", Changed ? Answer.Text("head") : null);
        writer.WriteStartArray("issued");
        foreach (var issued in Answer.Items("issued"))
            issued.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Counted(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";
}
