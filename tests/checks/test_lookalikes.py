"""True tables that look like wrong ones: nothing of them is called wrong."""

import pytest

from tests.checks import Rows, check_tables, placed

TRUE: dict[str, Rows] = {
    "a change between two years stands above the total of one": [
        ["", "2023", "2024"], ["Libraries", "412", "431"], ["Change in opening hours", "-6", "9"],
        ["Museums", "288", "305"], ["Total visits, thousands", "700", "736"],
    ],
    "a target and an average stand among the parts": [
        ["Month", "Calls", "Letters"], ["April", "1,204", "311"], ["May", "1,377", "298"], ["Target", "1,250", "300"],
        ["June", "1,190", "342"], ["Average", "1,257", "317"], ["Total", "3,771", "951"],
    ],
    "a net change is the sum of what changed, a total of what there is": [
        ["£000", "2024/25", "2025/26"], ["Pay", "512", "633"], ["Prices", "208", "174"], ["Savings", "-694", "-815"],
        ["Net change", "26", "-8"], ["Budget", "14,026", "14,018"],
    ],
    "movements between the balances of a reserve": [
        ["Reserve £000", "Schools", "Waste"], ["Opening balance", "5,210", "1,806"], ["Paid in", "430", "95"],
        ["Drawn down", "-1,145", "-210"], ["Net movement", "-715", "-115"], ["Closing balance", "4,495", "1,691"],
    ],
    "a variance of one-decimal millions parted in two": [
        ["£m", "Budget", "Variance", "Real variance", "Rephased"], ["Adults", "21.3", "-1.9", "0.3", "-2.3"],
        ["Roads", "88.1", "-14.6", "1.2", "-15.8"], ["Schools", "40.7", "-5.4", "-0.5", "-5.0"],
        ["All", "150.1", "-21.9", "1.1", "-23.1"],
    ],
    "a variance of the budget from the forecast": [
        ["", "Budget £000", "Forecast £000", "Var £000"], ["Parks", "1,842", "1,910", "-68"],
        ["Culture", "2,206", "2,151", "55"], ["Sport", "975", "1,004", "-29"], ["Total", "5,023", "5,065", "-42"],
    ],
    "rates of which one is a whole number": [
        ["District", "2021", "2022", "All years"], ["Ash", "34.7", "44.5", "39.8"], ["Elm", "58.1", "96.5", "77.0"],
        ["Oak", "21.3", "106", "63.9"], ["Yew", "18.9", "62", "40.2"],
    ],
    "what a case lasts, under totals of cases": [
        ["Yard", "Cases", "Late", "Days", "Days each"], ["Ash", "231", "40", "402", "1.74"], ["Elm", "97", "11", "171", "1.76"],
        ["Oak", "183", "29", "341", "1.86"], ["County", "511", "80", "914", "1.79"],
    ],
    "a price under amounts": [
        ["Scheme", "Cost £m", "Tonnes a year", "£ per tonne a year"], ["Boilers", "1.92", "168", "11,429"],
        ["Pumps", "2.64", "241", "10,954"], ["Vans", "0.88", "57", "15,439"], ["All", "5.44", "466", "11,674"],
    ],
    "a mean of two, without a word for it": [
        ["Hub", "Visits", "Hours", "Load"], ["North", "294", "3,234", "11"], ["South", "136", "1,632", "12"],
        ["Both", "430", "4,866", "11"],
    ],
    "£000 for each post beside other £000": [
        ["£000", "Budget", "Forecast", "Posts", "£000 per post"], ["Bay", "412", "431", "12", "34.3"],
        ["Hop", "2,046", "2,011", "30", "68.2"], ["Rye", "1,103", "1,150", "10", "110.3"], ["All", "3,561", "3,592", "52", "68.5"],
    ],
    "a cost that three rounded figures beside it hardly make": [
        ["Site", "Visits", "Cost (£)", "£ per visit", "People", "Visits per 1,000"], ["Bay", "1,134", "5,295", "4.67", "33,931", "33.4"],
        ["Hop", "2,040", "13,484", "6.61", "61,518", "33.2"], ["Rye", "811", "9,318", "11.49", "27,404", "29.6"],
        ["Fir", "1,502", "5,061", "3.37", "44,207", "34.0"], ["Yew", "927", "8,575", "9.25", "30,110", "30.8"],
    ],
    "ranks, targets and gaps under totals": [
        ["Ward", "Rank", "Thefts", "Fires", "Target", "Gap to target"], ["Bay", "2", "56", "9", "60", "4"],
        ["Hop", "5", "78", "11", "70", "8"], ["Rye", "1", "41", "6", "45", "4"], ["Borough", "7", "175", "26", "55", "2"],
    ],
    "an index along the rows of a table that stands on its side": [
        ["", "Bay", "Hop", "Rye", "All"], ["Homes", "56", "78", "41", "175"], ["Index", "104", "98", "101", "100"],
        ["Sold", "6", "9", "4", "19"],
    ],
    "indicators in many units, with a gap that is signed": [
        ["Indicator", "Target", "Q1", "Q2", "Gap"], ["Doors mended in time %", "90.0", "84.9", "87.4", "-2.6"],
        ["Days to mend a door", "20.0", "24.4", "22.8", "+2.8"], ["Doors mended at once %", "88.0", "88.9", "89.3", "+1.3"],
        ["Visits kept %", "95.0", "96.2", "95.8", "+0.8"], ["Old cases", "60", "112", "94", "+34"],
        ["Checks overdue", "0", "7", "7", "+7"], ["Tenants content %", "75.0", "71.8", "73.1", "-1.9"],
    ],
    "a difference left blank where there was nothing to take off": [
        ["Hub", "2022/23", "2023/24", "Difference"], ["All", "324,595", "364,450", "39,855"],
        ["Bay", "182,340", "197,205", "14,865"], ["Hop", "46,180", "43,925", "-2,255"], ["Rye", "38,450", "40,110", "1,660"],
        ["Fir", "", "21,870", ""], ["Yew", "57,625", "61,340", "3,715"],
    ],
    "the longest of each, under totals": [
        ["Yard", "Cases", "Longest wait (days)"], ["Ash", "36", "186"], ["Elm", "22", "307"], ["All", "58", "307"],
    ],
    "a mean number of days, rounded, that makes a total of days": [
        ["Hub", "Visits", "Days", "Cost (£)"], ["Bay", "10", "66", "660"], ["Hop", "119", "149", "17,731"],
        ["Rye", "235", "235", "55,225"], ["Fir", "275", "54", "14,850"], ["All", "639", "138", "88,466"],
    ],
    "rates under a total": [
        ["Ward", "Number", "Rate per 1,000"], ["North", "114", "12.5"], ["South", "96", "9"], ["East", "203", "17.5"],
        ["Total", "413", "13.2"],
    ],
    "a change in points, another in per cent": [
        ["", "2022", "2024", "Chg"], ["Attainment", "61.2%", "64.0%", "2.8"], ["Attendance", "93.4%", "92.9%", "-0.5"],
        ["Pupils", "1,203", "1,311", "108"],
    ],
    "changes in per cent that were cut off, of figures that were rounded": [
        ["£m", "2019", "2020", "2021", "2022", "2023", "% chg"], ["Grant", "18.2", "17.9", "18.4", "19.0", "19.6", "8"],
        ["Tax", "33.1", "34.6", "35.9", "37.7", "39.2", "18"], ["Fees", "7.4", "5.1", "6.3", "7.2", "7.9", "7"],
    ],
    "savings printed without a sign in every row": [
        ["Service", "Last £000", "Growth £000", "Savings £000", "Total £000"], ["Parks", "1,089", "23", "20", "1,092"],
        ["Wardens", "3,652", "118", "622", "3,148"], ["Markets", "409", "46", "31", "424"],
    ],
    "income without brackets where it is taken away": [
        ["£000", "2023", "2024"], ["Spending", "4,310", "4,502"], ["Income", "1,260", "1,338"], ["Net total", "3,050", "3,164"],
    ],
    "income in brackets, its total without": [
        ["£000", "2023", "2024"], ["Fees", "(1,204)", "(1,311)"], ["Grants", "(395)", "(402)"],
        ["Total income", "1,599", "1,713"],
    ],
    "services by day and by week": [
        ["Service", "Number of users", "Cost £000"], ["Day care", "52", "2,420"], ["Weekly clubs", "35", "1,390"],
        ["Day nurseries", "96", "1,877"], ["Total", "183", "5,687"],
    ],
    "fares a day times days": [
        ["Route", "Days", "Fare a day £", "Fares £"], ["R1", "72", "64.50", "4,644.00"], ["R2", "61", "48.00", "2,928.00"],
        ["R3", "55", "81.25", "4,468.75"], ["Total", "188", "", "12,040.75"],
    ],
    "the least and the most above a total": [
        ["Site", "Visits", "Loans"], ["Main", "5,120", "2,204"], ["Hill", "1,377", "640"], ["Bay", "988", "512"],
        ["Minimum", "988", "512"], ["Maximum", "5,120", "2,204"], ["Total", "7,485", "3,356"],
    ],
    "the highest of each column": [
        ["Site", "Boats", "Late", "% late"], ["Main", "412", "31", "7.5"], ["Hill", "380", "40", "10.5"],
        ["Bay", "508", "22", "4.3"], ["Highest", "508", "40", "10.5"], ["Total", "1,300", "93", "7.2"],
    ],
    "people who were counted once": [
        ["Pupils suspended", "Autumn", "Spring", "Year"], ["Ash", "41", "36", "70"], ["Elm", "17", "22", "33"],
        ["Oak", "29", "24", "46"],
    ],
    "a line that the total says it leaves out": [
        ["Use", "Stage 1", "Stage 2", "Total"], ["Shops", "2,200", "4,000", "6,200"], ["Offices", "2,000", "9,250", "11,250"],
        ["Homes", "1,393 units", "4,283 units", "5,676 units"], ["Total (homes left out)", "4,200", "13,250", "17,450"],
    ],
    "shares of posts with a ratio among them": [
        ["", "2023", "2024"], ["Teachers", "412", "431"], ["Assistants", "206", "244"], ["Ratio", "2.0", "1.8"],
        ["Total posts", "618", "675"],
    ],
    "a cumulative figure beside the months": [
        ["", "Apr", "May", "Jun", "Quarter", "Cumulative to date"], ["North", "12", "19", "23", "54", "231"],
        ["South", "31", "28", "17", "76", "305"], ["East", "9", "14", "21", "44", "168"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", TRUE.values(), ids=TRUE)
def test_a_true_table_is_not_called_wrong(rows: Rows) -> None:
    assert [each.finding for each in check_tables([placed(rows)]) if each.finding] == []
