# boolean_and.svg, drawn from boolean_and.tsv. To change it, edit this file and run: gnuplot boolean_and.gp
# As pdf: gnuplot -e "format='pdf'" boolean_and.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.521in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,434 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'boolean_and'
}
set output 'boolean_and'.'.'.format
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
set lmargin at screen 0.2995
set rmargin at screen 0.8016
set tmargin at screen 0.8986
set bmargin at screen 0.3180
set label '{/:Bold The AND of places that were constant in training}' at screen 0.0163, screen 0.9539 font ',14'
set label 'Places 16 to 20 always held a one in training. The interpolator of least degree leaves out what is constant in training (Lemma 4.1), so it is wrong' at screen 0.0163, screen 0.1728 font ',10' tc rgb '#555555'
set label 'wherever the only zero is in a new place: 0 %. Trained for 2,000 steps.' at screen 0.0163, screen 0.1382 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 46 to 1,794 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.1037 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 52.5 to 53.8 %.' at screen 0.0163, screen 0.0691 font ',10' tc rgb '#555555'
set label 'Open marks: numbers of Zhou et al. 2023 (arXiv 2310.16028): 0 %, follows from Lemma 4.1.' at screen 0.0163, screen 0.0346 font ',10' tc rgb '#555555'
set border 1
set xrange [-1.5:101.5]
set yrange [7.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 20 places' offset 0,0.9
set ytics scale 0 ('all questions' 1, 'zero in place 15, as in training' 2, 'zero in place 16, new' 3, 'zero in place 17, new' 4, 'zero in place 18, new' 5, 'zero in place 19, new' 6, 'zero in place 20, new' 7)
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.8571 font ',10' tc rgb '#444444'
set arrow from 52.95, 0.7 to 52.95, 1.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.7742 font ',10' tc rgb '#444444'
set arrow from 52.5424, 1.7 to 52.5424, 2.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.7085 font ',10' tc rgb '#444444'
set label 'paper: 0 %' at screen 0.8156, screen 0.6740 font ',10' tc rgb '#444444'
set arrow from 53.8462, 2.7 to 53.8462, 3.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '' at 0, 2.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#009E73'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.6256 font ',10' tc rgb '#444444'
set label 'paper: 0 %' at screen 0.8156, screen 0.5910 font ',10' tc rgb '#444444'
set arrow from 52.9412, 3.7 to 52.9412, 4.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '' at 0, 3.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#CC79A7'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.5426 font ',10' tc rgb '#444444'
set label 'paper: 0 %' at screen 0.8156, screen 0.5081 font ',10' tc rgb '#444444'
set arrow from 52.7273, 4.7 to 52.7273, 5.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '' at 0, 4.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#E69F00'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.4597 font ',10' tc rgb '#444444'
set label 'paper: 0 %' at screen 0.8156, screen 0.4251 font ',10' tc rgb '#444444'
set arrow from 52.7273, 5.7 to 52.7273, 6.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '' at 0, 5.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#56B4E9'
set label '100 %; 5 of 5 seeds fit' at screen 0.8156, screen 0.3767 font ',10' tc rgb '#444444'
set label 'paper: 0 %' at screen 0.8156, screen 0.3422 font ',10' tc rgb '#444444'
set arrow from 52.7273, 6.7 to 52.7273, 7.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '' at 0, 6.67 point pt 6 ps 0.9 lw 1.6 lc rgb '#000000'
plot 'boolean_and.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'boolean_and.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'boolean_and.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'boolean_and.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'boolean_and.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'boolean_and.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'boolean_and.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'boolean_and.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'boolean_and.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.25):(pick('median',3,'value')+0.25):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'boolean_and.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'boolean_and.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'boolean_and.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.25):(pick('median',4,'value')+0.25):(4-0.24):(4+0.24) with boxxyerror lc rgb '#CC79A7', \
  'boolean_and.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'low')):(pick('median',5,'high')):(5-0.12):(5+0.12) with boxxyerror lc rgb '#B0E69F00', \
  'boolean_and.tsv' using (pick('seed',5,'value')):(5) with points pt 7 ps 0.5 lc rgb '#60E69F00', \
  'boolean_and.tsv' using (pick('median',5,'value')):(5):(pick('median',5,'value')-0.25):(pick('median',5,'value')+0.25):(5-0.24):(5+0.24) with boxxyerror lc rgb '#E69F00', \
  'boolean_and.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'low')):(pick('median',6,'high')):(6-0.12):(6+0.12) with boxxyerror lc rgb '#B056B4E9', \
  'boolean_and.tsv' using (pick('seed',6,'value')):(6) with points pt 7 ps 0.5 lc rgb '#6056B4E9', \
  'boolean_and.tsv' using (pick('median',6,'value')):(6):(pick('median',6,'value')-0.25):(pick('median',6,'value')+0.25):(6-0.24):(6+0.24) with boxxyerror lc rgb '#56B4E9', \
  'boolean_and.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'low')):(pick('median',7,'high')):(7-0.12):(7+0.12) with boxxyerror lc rgb '#B0000000', \
  'boolean_and.tsv' using (pick('seed',7,'value')):(7) with points pt 7 ps 0.5 lc rgb '#60000000', \
  'boolean_and.tsv' using (pick('median',7,'value')):(7):(pick('median',7,'value')-0.25):(pick('median',7,'value')+0.25):(7-0.24):(7+0.24) with boxxyerror lc rgb '#000000'
