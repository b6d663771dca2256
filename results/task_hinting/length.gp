# length.svg, drawn from length.tsv. To change it, edit this file and run: gnuplot length.gp
# As pdf: gnuplot -e "format='pdf'" length.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,5.167in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,496 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'length'
}
set output 'length'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.0814
set rmargin at screen 0.6640
set tmargin at screen 0.8831
set bmargin at screen 0.2782
set label '{/:Bold Sorting lists longer than any trained on}' at screen 0.0163, screen 0.9597 font ',14'
set label 'Lists of values 1 to 100; the whole answer must be right. Repetitions: half of the lists to sort are drawn from few values; the hint asks about such lists' at screen 0.0163, screen 0.1512 font ',10' tc rgb '#555555'
set label 'in either arm that has it. Temperature: learned, else fixed. 64 examples a step. Trained for 18,000 steps.' at screen 0.0163, screen 0.1210 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 500 different questions a seed. Fit: solves 99 % of its training questions (1 to' at screen 0.0163, screen 0.0907 font ',10' tc rgb '#555555'
set label '20). Guessing (dotted): 0.2 %.' at screen 0.0163, screen 0.0605 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Awasthi and Gupta 2023 (arXiv 2310.00726): > 92 %, verified in source; 92.6 %, secondary source; < 1 %, verified in source.' at screen 0.0163, screen 0.0302 font ',10' tc rgb '#555555'
set xrange [0:103]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'items to sort' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
set object rectangle from 1, graph 0 to 20, graph 1 behind \
  fc rgb '#f0f0f0' fs solid noborder
set label 'trained on 1 to 20' at 1, graph 1.035 font ',10' tc rgb '#555555'
set arrow from screen 0.6779, screen 0.7899 to screen 0.7128, screen 0.7899 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6953, screen 0.7899 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'hint, repetitions, temperature' at screen 0.7221, screen 0.8020 font ',12' tc rgb '#222222'
set label '96.4 %; 5 of 5 seeds fit' at screen 0.7221, screen 0.7738 font ',10' tc rgb '#666666'
set arrow from screen 0.6779, screen 0.7234 to screen 0.7128, screen 0.7234 nohead lw 2 dt 1 lc rgb '#D55E00'
set label '' at screen 0.6953, screen 0.7234 point pt 5 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'hint, temperature' at screen 0.7221, screen 0.7355 font ',12' tc rgb '#222222'
set label '94.0 %; 5 of 5 seeds fit' at screen 0.7221, screen 0.7073 font ',10' tc rgb '#666666'
set label '' at screen 0.6953, screen 0.5903 point pt 8 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'paper: > 92 %' at screen 0.7221, screen 0.6024 font ',12' tc rgb '#222222'
set label 'verified in source' at screen 0.7221, screen 0.5742 font ',10' tc rgb '#666666'
set label '' at screen 0.6953, screen 0.6569 point pt 6 ps 0.9 lw 1.6 lc rgb '#D55E00'
set label 'paper: 92.6 %' at screen 0.7221, screen 0.6690 font ',12' tc rgb '#222222'
set label 'secondary source' at screen 0.7221, screen 0.6407 font ',10' tc rgb '#666666'
set arrow from screen 0.6779, screen 0.8565 to screen 0.7128, screen 0.8565 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6953, screen 0.8565 point pt 9 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'no hint, repetitions, temperature' at screen 0.7221, screen 0.8685 font ',12' tc rgb '#222222'
set label '98.4 %; 5 of 5 seeds fit' at screen 0.7221, screen 0.8403 font ',10' tc rgb '#666666'
set arrow from screen 0.6779, screen 0.5238 to screen 0.7128, screen 0.5238 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6953, screen 0.5238 point pt 13 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'no hint' at screen 0.7221, screen 0.5359 font ',12' tc rgb '#222222'
set label '59.0 %; 5 of 5 seeds fit' at screen 0.7221, screen 0.5077 font ',10' tc rgb '#666666'
set label '' at screen 0.6953, screen 0.3115 point pt 10 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'paper: < 1 %' at screen 0.7221, screen 0.3236 font ',12' tc rgb '#222222'
set label 'verified in source' at screen 0.7221, screen 0.2954 font ',10' tc rgb '#666666'
set label '' at 100, 92 point pt 8 ps 1.2 lw 2 lc rgb '#D55E00' front
set label '' at 100, 92.6 point pt 6 ps 1.2 lw 2 lc rgb '#D55E00' front
set label '' at 100, 1 point pt 10 ps 1.2 lw 2 lc rgb '#A0A0A0' front
plot 'length.tsv' using (place(pick('median',1,'x'))-1.234):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'length.tsv' using (place(pick('seed',1,'x'))-1.234):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'length.tsv' using (place(pick('median',2,'x'))-0.4112):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90D55E00', \
  'length.tsv' using (place(pick('seed',2,'x'))-0.4112):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50D55E00', \
  'length.tsv' using (place(pick('median',3,'x'))+0.4112):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'length.tsv' using (place(pick('seed',3,'x'))+0.4112):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'length.tsv' using (place(pick('median',4,'x'))+1.234):(pick('median',4,'low')):(0):(pick('median',4,'high')-pick('median',4,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'length.tsv' using (place(pick('seed',4,'x'))+1.234):(pick('seed',4,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'length.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'length.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'length.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'length.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 1 lc rgb '#D55E00', \
  'length.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#D55E00', \
  'length.tsv' using (place(pick('median',2,'x'))):(unfit(2)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#D55E00', \
  'length.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'length.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#777777', \
  'length.tsv' using (place(pick('median',3,'x'))):(unfit(3)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#777777', \
  'length.tsv' using (place(pick('median',4,'x'))):(pick('median',4,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'length.tsv' using (place(pick('median',4,'x'))):(fit(4)) with points pt 13 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  'length.tsv' using (place(pick('median',4,'x'))):(unfit(4)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#A0A0A0'
