using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Pipeline;

namespace Quire.AspNetCore.Routes;

/// <summary>What a route does once the gate has let a request through.</summary>
/// <param name="Answer">The use case.</param>
internal sealed record Handler(Func<Call, Task<IResult>> Answer);
