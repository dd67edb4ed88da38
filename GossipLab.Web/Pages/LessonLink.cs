using System.Globalization;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Pages;

/// <summary>A step of a lesson that an address asks for, as «lesson=rumour&amp;step=2».</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Index">The step, from 0.</param>
internal sealed record LessonLink(Lesson Lesson, int Index)
{
    /// <summary>Reads an address.</summary>
    /// <returns>The nearest step there is; null where no lesson, or none that is known, is asked for.</returns>
    public static LessonLink? Read(Uri address, LessonShelf shelf)
    {
        var values = QueryHelpers.ParseQuery(address.Query);
        if (!values.TryGetValue(LinkKeys.Lesson, out var slug) || shelf.Find(slug.ToString()) is not { } lesson)
        {
            return null;
        }

        var isNumber = int.TryParse(values.GetValueOrDefault(LinkKeys.Step), NumberStyles.None,
            CultureInfo.InvariantCulture, out var step);
        return new LessonLink(lesson, isNumber ? Math.Clamp(step, 1, lesson.Steps.Count) - 1 : 0);
    }
}
