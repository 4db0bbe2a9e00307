// What of SurveyJS can be fielded: the types of question, and for every property whether it counts, is left to
// the page's own look, or is refused by name.

/** The question types that can be fielded. */
export const supportedTypes: readonly string[] = [
  "text",
  "comment",
  "radiogroup",
  "checkbox",
  "dropdown",
  "tagbox",
  "boolean",
  "rating",
  "ranking",
  "imagepicker",
  "matrix",
  "matrixdropdown",
  "matrixdynamic",
  "multipletext",
  "paneldynamic",
  "html",
  "image",
  "expression",
  "panel",
];

/** Types that a cell of a table can have; "default" and nothing mean the table's own. */
export const supportedCells: readonly string[] = [
  "",
  "default",
  "dropdown",
  "checkbox",
  "radiogroup",
  "tagbox",
  "text",
  "comment",
  "boolean",
  "expression",
  "rating",
];

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Properties that change what can be answered or what is stored in a way that is not supported, with the values
 * that do no harm (an empty list, an empty text and, but for those below, `false` never do).
 */
export const refusedProperties: Readonly<Record<string, readonly unknown[]>> = {
  readOnly: [],
  mode: ["edit"],
  showTimerPanel: ["none"],
  storeOthersAsComment: [true, "default"],
  navigateToUrl: [],
  navigateToUrlOnCondition: [],
  showTimer: [],
  timeLimit: [0],
  timeLimitPerPage: [0],
  maskType: ["none"],
  choicesByUrl: [],
  choicesLazyLoadEnabled: [],
  allowCustomChoices: [],
  valuePropertyName: [],
  isCommentRequired: [],
  cells: [],
  detailElements: [],
  detailPanelMode: ["none"],
  totalType: ["none"],
  totalExpression: [],
  contentMode: ["image", "auto"],
  columnsVisibleIf: [],
};

/** Those of them that are on where nothing is said. */
export const refusedWhenFalse: ReadonlySet<string> = new Set(["storeOthersAsComment"]);

/** Where a property of that name is refused only in some places. */
export const refusedOnlyIn: Readonly<Record<string, readonly string[]>> = {
  readOnly: ["survey"],
  cells: ["matrix"],
  contentMode: ["imagepicker", "image"],
  columnsVisibleIf: ["matrixdropdown", "matrixdynamic"],
};

/** Where a property that is otherwise only a matter of looks is refused. */
export const alsoRefused: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  choiceitem: { showCommentArea: [], elements: [] },
  checkboxitem: { showCommentArea: [], elements: [] },
  paneldynamic: { questionStartIndex: [] },
};

/** Properties that are kept, shown or worked out. */
export const carriedProperties: ReadonlySet<string> = new Set(
  words(`
    type name value text title description locale pages elements questions triggers calculatedValues
    completedHtml completedHtmlOnCondition showQuestionNumbers questionStartIndex showPageTitles
    firstPageIsStartPage clearInvisibleValues questionOrder keepIncorrectValues maxTextLength maxCommentLength
    readOnly storeOthersAsComment
    visible visibleIf enableIf requiredIf isRequired requiredErrorText showNumber valueName resetValueIf
    setValueIf setValueExpression defaultValue defaultValueExpression clearIfInvisible validators bindings
    showCommentArea commentText commentPlaceholder defaultDisplayValue useDisplayValuesInDynamicTexts randomize
    randomizeCategory titleLocation
    inputType autocomplete min max minValueExpression maxValueExpression minErrorText maxErrorText stepErrorText
    step maxLength placeholder dataList rows acceptCarriageReturn
    choicesFromQuestion choices choicesFromQuestionMode choiceValuesFromQuestion choiceTextsFromQuestion
    choicesOrder hideIfChoicesEmpty choicesVisibleIf choicesEnableIf showOtherItem showNoneItem showRefuseItem
    showDontKnowItem otherPlaceholder noneText refuseText dontKnowText otherText otherErrorText
    maxSelectedChoices minSelectedChoices choicesMin choicesMax choicesStep isExclusive
    labelTrue labelFalse valueTrue valueFalse swapOrder
    rateType autoGenerate rateCount rateValues rateMin rateMax rateStep minRateDescription maxRateDescription
    selectToRankEnabled multiSelect imageLink altText
    columnsVisibleIf rowsVisibleIf columns rowOrder eachRowRequired eachRowUnique hideIfRowsEmpty cellType
    keyDuplicationError allowAddRows allowRemoveRows rowCount rowCountExpression minRowCount maxRowCount keyName
    defaultRowValue copyDefaultValueFromLastEntry addRowText removeRowText noRowsText isUnique items
    templateElements templateTitle templateDescription noEntriesText allowAddPanel allowRemovePanel panelCount
    panelCountExpression minPanelCount maxPanelCount defaultPanelValue addPanelText removePanelText
    templateVisibleIf html expression format displayStyle currency maximumFractionDigits minimumFractionDigits
    useGrouping precision includeIntoResult notificationType minLength allowDigits minValue maxValue minCount
    maxCount regex caseInsensitive setToName setValue isVariable fromName copyDisplayValue runExpression
    gotoName operator hideNumber
  `),
);

/** Properties of survey-core's own page: they change nothing here, and the checker says so. */
export const looksOnly: ReadonlySet<string> = new Set(
  words(`
    regionalFormat logo logoWidth logoHeight logoFit logoPosition autoFocusFirstQuestion autoFocusFirstError
    completedBeforeHtml loadingHtml surveyId surveyPostId surveyShowDataSaving cookieName partialSendEnabled
    showNavigationButtons navigationButtonsLocation showPrevButton showTitle showCompletePage
    matrixDragHandleArea showPageNumbers questionTitleLocation questionDescriptionLocation
    questionErrorLocation showProgressBar progressBarLocation progressBarType progressBarShowNavigationText
    progressBarShowPageNumbers progressBarNavigationTextLocation progressBarInheritWidthFrom showTOC
    tocLocation tocItemComponent autoAdvanceEnabled autoAdvanceAllowComplete checkErrorsMode
    validateVisitedEmptyFields textUpdateMode autoGrowComment allowResizeComment commentAreaRows
    startSurveyText pagePrevText pageNextText completeText previewText editText requiredMark
    questionTitlePattern showPreviewBeforeComplete previewMode timerLocation timerInfoMode widthMode
    gridLayoutEnabled width fitToContainer headerView backgroundImage backgroundImageFit
    backgroundImageAttachment backgroundOpacity showBrandInfo questionTitleWidth gridLayoutColumns state
    startWithNewLine minWidth maxWidth innerIndent indent allowAdaptiveActions navigationTitle
    navigationDescription colSpan correctAnswer errorLocation renderAs inputSize inputTextAlignment
    maskSettings autoGrow allowResize separateSpecialChoices colCount allowClear itemComponent
    showSelectAllItem selectAllText textWrapEnabled searchEnabled createCustomChoiceText searchMode
    choicesLazyLoadPageSize inputFieldComponent hideSelectedItems closeOnSelect displayMode useTitleAsLabel
    scaleColorMode rateColorMode displayRateDescriptionsAsExtremeItems rateDescriptionLocation
    selectToRankSwapAreas selectToRankAreasLayout selectToRankEmptyRankedAreaText
    selectToRankEmptyUnrankedAreaText imageFit imageHeight imageWidth minImageWidth minImageHeight
    maxImageWidth maxImageHeight columnMinWidth showHeader verticalAlign alternateRows rowTitleWidth
    cellComponent transposeData cellErrorLocation detailErrorLocation horizontalScroll
    singleInputTitleTemplate columnColCount totalText confirmDelete confirmDeleteText addRowButtonLocation
    hideColumnsIfEmpty detailPanelShowOnAdding allowRowReorder itemErrorLocation itemTitleWidth
    templateTabTitle tabTitlePlaceholder newPanelPosition panelsState prevPanelText nextPanelText tabAlign
    templateQuestionTitleLocation templateQuestionTitleWidth templateErrorLocation
    descriptionLocation showLabel removePanelButtonLocation cellHint showInMultipleColumns totalFormat totalDisplayStyle totalAlignment
    totalCurrency totalMaximumFractionDigits totalMinimumFractionDigits url nodeName
    columnLayout renderMode label isSinglePage questionsOnPageMode cols effectiveColSpan longTap questionTitleTemplate
  `),
);

/** What an author's tool leaves in the JSON for itself. */
export const ofTheTool: ReadonlySet<string> = new Set(words("sjsVersion $schema"));
