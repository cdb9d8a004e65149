using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Pipeline;

namespace Quire.AspNetCore.Answers;

/// <summary>Makes answers.</summary>
internal static class Answer
{
    /// <summary>A value in JSON.</summary>
    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new JsonAnswer<T>(value, type, status);

    /// <summary>Nothing to say.</summary>
    public static IResult Empty { get; } = Results.NoContent();

    /// <summary>Tells the number of a change.</summary>
    public static void Sequence(this Call call, long sequence) =>
        call.Http.Response.Headers[SequenceGate.Sequence] = sequence.ToString(CultureInfo.InvariantCulture);
}
